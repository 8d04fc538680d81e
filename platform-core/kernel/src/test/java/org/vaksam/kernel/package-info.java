/** Tests. */
@NullMarked
package org.vaksam.kernel;

import org.jspecify.annotations.NullMarked;
