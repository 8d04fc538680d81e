/** An interface that sample modules share. */
@NullMarked
package org.vaksam.kernel.sample.api;

import org.jspecify.annotations.NullMarked;
