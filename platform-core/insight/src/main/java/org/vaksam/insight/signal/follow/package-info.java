/** Those who want to be told of new signals. */
@NullMarked
package org.vaksam.insight.signal.follow;

import org.jspecify.annotations.NullMarked;
