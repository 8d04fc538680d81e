package org.vaksam.records.asset;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.data.Ids;
import org.vaksam.api.records.Place;
import org.vaksam.records.asset.AssetRow.Status;

/** An asset while it is being written. */
final class AssetDraft {
    static final Place NOWHERE = new Place("", Optional.empty(), Optional.empty());

    private final String id;
    private final Instant createdAt;
    private final int version;
    String type = "";
    String name = "";
    Status status = Status.ACTIVE;
    Optional<String> unit = Optional.empty();
    Optional<String> parent = Optional.empty();
    Place place = NOWHERE;
    Optional<String> externalKey = Optional.empty();
    final Map<String, Object> attributes = new LinkedHashMap<>();

    /** Of a new one. */
    AssetDraft() {
        id = Ids.next();
        createdAt = now();
        version = 1;
    }

    /** Of the next version. */
    AssetDraft(AssetRow row) {
        id = row.id();
        createdAt = row.createdAt();
        version = row.version() + 1;
        type = row.type();
        name = row.name();
        status = row.status();
        unit = row.unit();
        parent = row.parent();
        place = row.place();
        externalKey = row.externalKey();
        attributes.putAll(row.attributes());
    }

    boolean isNew() {
        return version == 1;
    }

    AssetRow toRow() {
        return new AssetRow(
                id,
                type,
                name,
                status,
                unit,
                parent,
                place,
                externalKey,
                Map.copyOf(attributes),
                version,
                createdAt,
                isNew() ? createdAt : now());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
