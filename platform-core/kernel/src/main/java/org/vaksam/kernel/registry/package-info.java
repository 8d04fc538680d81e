/** What is installed, and what was done: the tables of the kernel. */
@NullMarked
package org.vaksam.kernel.registry;

import org.jspecify.annotations.NullMarked;
