package org.vaksam.spi.records;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Records that resemble one, among those this thread's caller may see; from the read model, which knows nothing of what is
 * secret by itself.
 */
@ProviderType
public interface RecordLikeness {
    /**
     * A record that resembles another.
     *
     * @param share of the telling words of the one that the other has too, weighted by how rare they are; above 0, at most 1
     */
    record Like(String id, double share) {}

    /**
     * Records with many of the telling words of this one's title and description, the most alike first.
     *
     * @param limit 1-200
     */
    List<Like> similarText(RecordRow row, int limit);

    /**
     * Ids of records that name a person by a full name, a number, a telephone or an address this one names too; newest first.
     *
     * @param limit 1-200
     */
    List<String> samePeople(RecordRow row, int limit);
}
