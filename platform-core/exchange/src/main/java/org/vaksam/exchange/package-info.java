/** In and out: files that are taken in, item by item, as records of a module. */
@NullMarked
package org.vaksam.exchange;

import org.jspecify.annotations.NullMarked;
