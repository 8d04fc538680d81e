/** Reads what people send. */
@NullMarked
package org.vaksam.casework.input;

import org.jspecify.annotations.NullMarked;
