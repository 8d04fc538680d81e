/** Tests. */
@NullMarked
package org.vaksam.insight.signal.method;

import org.jspecify.annotations.NullMarked;
