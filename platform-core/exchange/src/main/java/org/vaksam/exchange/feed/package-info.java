/** Feeds: what other systems publish or leave in a folder, taken once. */
@NullMarked
package org.vaksam.exchange.feed;

import org.jspecify.annotations.NullMarked;
