/** Module files: the store, the catalogue, and what a file says of itself. */
@NullMarked
package org.vaksam.kernel.file;

import org.jspecify.annotations.NullMarked;
