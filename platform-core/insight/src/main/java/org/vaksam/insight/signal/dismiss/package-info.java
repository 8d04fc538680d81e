/** Signals that somebody looked at and put aside, with the reason. */
@NullMarked
package org.vaksam.insight.signal.dismiss;

import org.jspecify.annotations.NullMarked;
