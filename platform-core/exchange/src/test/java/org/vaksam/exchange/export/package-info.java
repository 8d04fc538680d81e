@NullMarked
package org.vaksam.exchange.export;

import org.jspecify.annotations.NullMarked;
