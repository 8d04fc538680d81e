/** Signals: what happens more than expected, where, and what lies too long; each explains itself and lists its records. */
@NullMarked
package org.vaksam.insight.signal;

import org.jspecify.annotations.NullMarked;
