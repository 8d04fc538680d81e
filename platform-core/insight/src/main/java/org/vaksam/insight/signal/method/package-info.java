/** How much is more than expected: pure computing, without index, database or clock. What was chosen and why: docs/signals.md. */
@NullMarked
package org.vaksam.insight.signal.method;

import org.jspecify.annotations.NullMarked;
