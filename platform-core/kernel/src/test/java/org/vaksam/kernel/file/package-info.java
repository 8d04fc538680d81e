/** Tests. */
@NullMarked
package org.vaksam.kernel.file;

import org.jspecify.annotations.NullMarked;
