@NullMarked
package org.vaksam.security.rest;

import org.jspecify.annotations.NullMarked;
