/** The hot folder: a module file put there is installed. */
@NullMarked
package org.vaksam.operations.hot;

import org.jspecify.annotations.NullMarked;
