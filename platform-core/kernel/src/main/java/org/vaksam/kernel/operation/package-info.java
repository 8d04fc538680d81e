/** Module operations: one small class per step around one commit. */
@NullMarked
package org.vaksam.kernel.operation;

import org.jspecify.annotations.NullMarked;
