/** Definitions that the organisation makes itself: drafted, tried, published, and records moved to them. */
@NullMarked
package org.vaksam.records.design;

import org.jspecify.annotations.NullMarked;
