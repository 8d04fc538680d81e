/** Tests. */
@NullMarked
package org.vaksam.insight.signal.dismiss;

import org.jspecify.annotations.NullMarked;
