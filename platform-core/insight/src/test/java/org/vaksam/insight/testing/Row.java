package org.vaksam.insight.testing;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.vaksam.api.records.ExternalKey;
import org.vaksam.api.records.Place;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.Secrecy;

/** Builds a record with only what a test cares about. */
public final class Row {
    private final String id;
    private final long count;
    private final Map<String, Object> fields = new HashMap<>();
    private String type = FakeTypes.REPORT;
    private String kind = "theft";
    private String title = "";
    private String description = "";
    private String state = "received";
    private String phase = "open";
    private String category = "";
    private String secrecy = "internal";
    private String channel = "api";
    private Optional<String> unit = Optional.empty();
    private Optional<String> asset = Optional.empty();
    private Optional<Place> place = Optional.empty();
    private Optional<Instant> occurredAt = Optional.empty();
    private OptionalInt severity = OptionalInt.empty();
    private Optional<String> assignee = Optional.empty();
    private Optional<String> reporter = Optional.empty();
    private Optional<ExternalKey> externalKey = Optional.empty();
    private Optional<String> mergedInto = Optional.empty();

    private Row(long count) {
        this.count = count;
        this.id = id(count);
    }

    /** The record with this number; larger numbers were created later. */
    public static Row number(long count) {
        return new Row(count);
    }

    public static String id(long count) {
        return new UUID((0x0190_c000_0000L + count) << 16 | 0x7000, 0x8000_0000_0000_0000L + count * 31).toString();
    }

    public Row type(String value) {
        type = value;
        return this;
    }

    public Row kind(String value) {
        kind = value;
        return this;
    }

    public Row title(String value) {
        title = value;
        return this;
    }

    public Row description(String value) {
        description = value;
        return this;
    }

    public Row state(String newState, String newPhase) {
        state = newState;
        phase = newPhase;
        return this;
    }

    public Row category(String value) {
        category = value;
        return this;
    }

    public Row secrecy(String value) {
        secrecy = value;
        return this;
    }

    public Row channel(String value) {
        channel = value;
        return this;
    }

    public Row unit(String code) {
        unit = Optional.of(FakeUnits.id(code));
        return this;
    }

    public Row asset(String id) {
        asset = Optional.of(id);
        return this;
    }

    public Row place(String name) {
        place = Optional.of(new Place(name, Optional.empty(), Optional.empty()));
        return this;
    }

    public Row place(String name, double latitude, double longitude) {
        place = Optional.of(new Place(name, Optional.of(latitude), Optional.of(longitude)));
        return this;
    }

    public Row occurredAt(String time) {
        occurredAt = Optional.of(Instant.parse(time));
        return this;
    }

    public Row severity(int value) {
        severity = OptionalInt.of(value);
        return this;
    }

    public Row assignee(String value) {
        assignee = Optional.of(value);
        return this;
    }

    public Row reporter(String value) {
        reporter = Optional.of(value);
        return this;
    }

    public Row source(String value) {
        externalKey = Optional.of(new ExternalKey(value, "key-" + count));
        return this;
    }

    public Row mergedInto(String id) {
        mergedInto = Optional.of(id);
        return this;
    }

    public Row field(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    public RecordRow build() {
        Instant created = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(count);
        return RecordRow.builder(id, "INC-2026-%06d".formatted(count), type, kind)
                .title(title)
                .description(description)
                .state(state, phase)
                .unit(unit)
                .asset(asset)
                .place(place)
                .occurred(occurredAt, Optional.empty())
                .category(category)
                .severity(severity)
                .assignee(assignee)
                .secrecy(Secrecy.of(secrecy))
                .channel(channel)
                .externalKey(externalKey)
                .fields(Map.copyOf(fields))
                .created(created, reporter)
                .updated(created, Optional.empty())
                .mergedInto(mergedInto)
                .build();
    }
}
