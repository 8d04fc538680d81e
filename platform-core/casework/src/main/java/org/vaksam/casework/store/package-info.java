/** The tables of casework. */
@NullMarked
package org.vaksam.casework.store;

import org.jspecify.annotations.NullMarked;
