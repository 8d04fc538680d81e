package org.vaksam.insight.analysis;

import java.util.List;

/**
 * Clusters on the map.
 *
 * @param located records in clusters
 * @param total   records that match, those without a place included
 */
public record MapPicture(List<Cluster> clusters, long located, long total) {}
