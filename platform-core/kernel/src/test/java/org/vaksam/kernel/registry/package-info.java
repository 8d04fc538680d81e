/** Tests. */
@NullMarked
package org.vaksam.kernel.registry;

import org.jspecify.annotations.NullMarked;
