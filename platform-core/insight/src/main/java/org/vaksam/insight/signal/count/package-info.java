/** From the index to counts: only records that the caller may see are counted at all. */
@NullMarked
package org.vaksam.insight.signal.count;

import org.jspecify.annotations.NullMarked;
