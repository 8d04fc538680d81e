/** Tests. */
@NullMarked
package org.vaksam.kernel.revision;

import org.jspecify.annotations.NullMarked;
