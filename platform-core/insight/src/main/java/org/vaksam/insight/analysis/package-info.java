/** Counting: cross tables, facets, clusters on the map. */
@NullMarked
package org.vaksam.insight.analysis;

import org.jspecify.annotations.NullMarked;
