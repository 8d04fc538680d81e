/** Tests. */
@NullMarked
package org.vaksam.insight.signal;

import org.jspecify.annotations.NullMarked;
