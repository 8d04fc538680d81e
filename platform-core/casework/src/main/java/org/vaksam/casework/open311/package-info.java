/** Open311 GeoReport v2: other systems report, and follow what may be public. */
@NullMarked
package org.vaksam.casework.open311;

import org.jspecify.annotations.NullMarked;
