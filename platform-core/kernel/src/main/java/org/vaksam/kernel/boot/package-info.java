/** From the registry to running modules, and back to sleep. */
@NullMarked
package org.vaksam.kernel.boot;

import org.jspecify.annotations.NullMarked;
