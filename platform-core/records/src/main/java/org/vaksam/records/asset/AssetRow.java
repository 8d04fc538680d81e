package org.vaksam.records.asset;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.records.Place;

/**
 * Something the organisation answers for.
 *
 * @param unit       id of the unit that owns it
 * @param parent     id of the asset it is a part of
 * @param place      address and coordinates
 * @param attributes values by attribute of its type
 * @param version    1 after creation, one more with every change; the ETag
 */
public record AssetRow(
        String id,
        String type,
        String name,
        Status status,
        Optional<String> unit,
        Optional<String> parent,
        Place place,
        Optional<String> externalKey,
        Map<String, Object> attributes,
        int version,
        Instant createdAt,
        Instant updatedAt) {
    /** Where it is in its life. */
    public enum Status {
        PLANNED,
        ACTIVE,
        RETIRED;

        /** As it stands in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isRetired() {
        return status == Status.RETIRED;
    }
}
