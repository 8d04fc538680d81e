@NullMarked
package org.vaksam.exchange.print;

import org.jspecify.annotations.NullMarked;
