/** Tests. */
@NullMarked
package org.vaksam.kernel.plan;

import org.jspecify.annotations.NullMarked;
