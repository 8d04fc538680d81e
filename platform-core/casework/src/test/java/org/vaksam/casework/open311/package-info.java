/** Tests of GeoReport. */
@NullMarked
package org.vaksam.casework.open311;

import org.jspecify.annotations.NullMarked;
