/** Single records that partners see. */
@NullMarked
package org.vaksam.casework.share;

import org.jspecify.annotations.NullMarked;
