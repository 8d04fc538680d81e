/** Archives: a module with all its data in one file. */
@NullMarked
package org.vaksam.kernel.archive;

import org.jspecify.annotations.NullMarked;
