package org.vaksam.spi.records;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads stored records of all areas, without permission checks: for the read model and other platform bundles. What is secret by
 * itself in a record has no value here, so that no list, count, chart, map or search can tell it to anybody.
 */
@ProviderType
public interface RecordSource {
    /** Those of these ids that exist, in any order; at most 1 000 ids. */
    List<RecordRow> byIds(List<String> ids);

    /** All records in the order of their ids (that is, of creation), for a rebuild of the read model. */
    List<RecordRow> page(Optional<String> afterId, int limit);

    /** How many there are. */
    long count();
}
