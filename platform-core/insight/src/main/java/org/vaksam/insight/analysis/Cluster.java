package org.vaksam.insight.analysis;

import java.math.BigDecimal;
import java.util.List;

/**
 * Records close together.
 *
 * @param latitude  mean of theirs
 * @param longitude mean of theirs
 * @param bbox      west, south, east, north; as a filter it lists exactly these records
 */
public record Cluster(BigDecimal latitude, BigDecimal longitude, int count, List<BigDecimal> bbox) {}
