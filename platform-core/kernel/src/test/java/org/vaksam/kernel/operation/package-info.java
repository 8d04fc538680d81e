/** Tests. */
@NullMarked
package org.vaksam.kernel.operation;

import org.jspecify.annotations.NullMarked;
