/** One running bundle of a module, from its installation beside the live one to its end. */
@NullMarked
package org.vaksam.kernel.revision;

import org.jspecify.annotations.NullMarked;
