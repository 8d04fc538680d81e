/** Fakes of what the read model reads from. */
@NullMarked
package org.vaksam.insight.testing;

import org.jspecify.annotations.NullMarked;
