/** Clocks that run for records. */
@NullMarked
package org.vaksam.casework.deadline;

import org.jspecify.annotations.NullMarked;
