/** The time after an update in which it is taken back when the new revision does badly. */
@NullMarked
package org.vaksam.kernel.probation;

import org.jspecify.annotations.NullMarked;
