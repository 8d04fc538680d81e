package org.vaksam.insight.analysis;

import java.util.List;
import java.util.Map;

/**
 * Facets by dimension, biggest first.
 *
 * @param total records that match
 */
public record FacetCounts(Map<String, List<Facet>> facets, long total) {}
