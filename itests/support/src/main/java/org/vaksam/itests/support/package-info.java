/** A real distribution as a process of its own, for tests and benchmarks. */
@NullMarked
package org.vaksam.itests.support;

import org.jspecify.annotations.NullMarked;
