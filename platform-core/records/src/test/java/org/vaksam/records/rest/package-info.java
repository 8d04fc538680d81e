@NullMarked
package org.vaksam.records.rest;

import org.jspecify.annotations.NullMarked;
