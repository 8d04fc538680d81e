/** Documents on their way to paper: tagged PDF. */
@NullMarked
package org.vaksam.exchange.print;

import org.jspecify.annotations.NullMarked;
