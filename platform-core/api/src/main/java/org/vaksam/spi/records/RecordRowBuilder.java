package org.vaksam.spi.records;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.vaksam.api.records.ExternalKey;
import org.vaksam.api.records.Place;

/** Puts a record's row together; what is not named stays as it is. One thread at a time. */
public final class RecordRowBuilder {
    private final String id;
    private final String number;
    private final String type;
    private String kind;
    private int definitionVersion = 1;
    private String state = "";
    private String phase = "open";
    private Optional<Instant> occurredAt = Optional.empty();
    private Optional<Instant> occurredUntil = Optional.empty();
    private Instant createdAt = Instant.EPOCH;
    private Optional<String> createdBy = Optional.empty();
    private Instant updatedAt = Instant.EPOCH;
    private Optional<String> updatedBy = Optional.empty();
    private String title = "";
    private String description = "";
    private Optional<String> unit = Optional.empty();
    private Optional<String> asset = Optional.empty();
    private Optional<Place> place = Optional.empty();
    private String category = "";
    private OptionalInt severity = OptionalInt.empty();
    private Optional<String> assignee = Optional.empty();
    private Secrecy secrecy = Secrecy.of("internal");
    private String channel = "";
    private Optional<ExternalKey> externalKey = Optional.empty();
    private Map<String, Object> fields = Map.of();
    private int version = 1;
    private Optional<String> mergedInto = Optional.empty();

    RecordRowBuilder(String id, String number, String type, String kind) {
        this.id = id;
        this.number = number;
        this.type = type;
        this.kind = kind;
    }

    RecordRowBuilder(RecordRow row) {
        this(row.id(), row.number(), row.type(), row.kind());
        definitionVersion = row.definitionVersion();
        state = row.state();
        phase = row.phase();
        occurredAt = row.occurredAt();
        occurredUntil = row.occurredUntil();
        createdAt = row.createdAt();
        createdBy = row.createdBy();
        updatedAt = row.updatedAt();
        updatedBy = row.updatedBy();
        title = row.title();
        description = row.description();
        unit = row.unit();
        asset = row.asset();
        place = row.place();
        category = row.category();
        severity = row.severity();
        assignee = row.assignee();
        secrecy = row.secrecy();
        channel = row.channel();
        externalKey = row.externalKey();
        fields = row.fields();
        version = row.version();
        mergedInto = row.mergedInto();
    }

    /** Under this version of the definition of this kind. */
    public RecordRowBuilder definition(String ofKind, int ofVersion) {
        kind = ofKind;
        definitionVersion = ofVersion;
        return this;
    }

    public RecordRowBuilder state(String value, String inPhase) {
        state = value;
        phase = inPhase;
        return this;
    }

    public RecordRowBuilder occurred(Optional<Instant> at, Optional<Instant> until) {
        occurredAt = at;
        occurredUntil = until;
        return this;
    }

    public RecordRowBuilder created(Instant at, Optional<String> by) {
        createdAt = at;
        createdBy = by;
        return this;
    }

    public RecordRowBuilder updated(Instant at, Optional<String> by) {
        updatedAt = at;
        updatedBy = by;
        return this;
    }

    public RecordRowBuilder title(String value) {
        title = value;
        return this;
    }

    public RecordRowBuilder description(String value) {
        description = value;
        return this;
    }

    public RecordRowBuilder unit(Optional<String> value) {
        unit = value;
        return this;
    }

    public RecordRowBuilder asset(Optional<String> value) {
        asset = value;
        return this;
    }

    public RecordRowBuilder place(Optional<Place> value) {
        place = value;
        return this;
    }

    public RecordRowBuilder category(String value) {
        category = value;
        return this;
    }

    public RecordRowBuilder severity(OptionalInt value) {
        severity = value;
        return this;
    }

    public RecordRowBuilder assignee(Optional<String> value) {
        assignee = value;
        return this;
    }

    public RecordRowBuilder secrecy(Secrecy value) {
        secrecy = value;
        return this;
    }

    public RecordRowBuilder channel(String value) {
        channel = value;
        return this;
    }

    public RecordRowBuilder externalKey(Optional<ExternalKey> value) {
        externalKey = value;
        return this;
    }

    public RecordRowBuilder fields(Map<String, Object> value) {
        fields = value;
        return this;
    }

    public RecordRowBuilder version(int value) {
        version = value;
        return this;
    }

    public RecordRowBuilder mergedInto(Optional<String> value) {
        mergedInto = value;
        return this;
    }

    public RecordRow build() {
        return new RecordRow(
                id,
                number,
                type,
                kind,
                definitionVersion,
                title,
                description,
                state,
                phase,
                unit,
                asset,
                place,
                occurredAt,
                occurredUntil,
                category,
                severity,
                assignee,
                secrecy,
                channel,
                externalKey,
                fields,
                version,
                createdAt,
                createdBy,
                updatedAt,
                updatedBy,
                mergedInto);
    }
}
