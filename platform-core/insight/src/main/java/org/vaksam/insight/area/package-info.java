/** Parts of the map that an administrator has drawn, as a dimension. */
@NullMarked
package org.vaksam.insight.area;

import org.jspecify.annotations.NullMarked;
