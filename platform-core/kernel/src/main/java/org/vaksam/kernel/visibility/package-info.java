/** Who sees which service. */
@NullMarked
package org.vaksam.kernel.visibility;

import org.jspecify.annotations.NullMarked;
