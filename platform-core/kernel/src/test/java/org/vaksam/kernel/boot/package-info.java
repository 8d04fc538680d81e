/** Tests. */
@NullMarked
package org.vaksam.kernel.boot;

import org.jspecify.annotations.NullMarked;
