package org.vaksam.api.records;

/**
 * Where a record came from: no two records of a type have the same.
 *
 * @param source name of the source, for example {@code police-events}
 * @param key    id in that source
 */
public record ExternalKey(String source, String key) {}
