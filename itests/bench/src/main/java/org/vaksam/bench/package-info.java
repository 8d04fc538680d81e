/** Measures the assembled distribution against raw ceilings of the same run. Prints; never asserts. */
@NullMarked
package org.vaksam.bench;

import org.jspecify.annotations.NullMarked;
