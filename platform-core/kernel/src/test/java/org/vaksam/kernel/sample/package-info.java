/** What sample modules are made of. */
@NullMarked
package org.vaksam.kernel.sample;

import org.jspecify.annotations.NullMarked;
