/** The lifecycle of modules, wired together. */
@NullMarked
package org.vaksam.kernel;

import org.jspecify.annotations.NullMarked;
