/** The one tray for what could not be read. */
@NullMarked
package org.vaksam.exchange.tray;

import org.jspecify.annotations.NullMarked;
