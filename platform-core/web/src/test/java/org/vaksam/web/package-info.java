@NullMarked
package org.vaksam.web;

import org.jspecify.annotations.NullMarked;
