package org.vaksam.insight.analysis;

import org.vaksam.api.text.Text;

/**
 * One value of a facet.
 *
 * @param key   as a filter it lists exactly the records that were counted
 * @param count of records
 */
public record Facet(String key, Text label, int count) {}
