package org.vaksam.insight.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import org.vaksam.api.records.ExternalKey;
import org.vaksam.api.records.Place;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordRowBuilder;
import org.vaksam.spi.records.Secrecy;

/** Builds a record with only what a test cares about: what is set later counts. */
public final class Row {
    private final long count;
    private final Instant created;
    private final List<Consumer<RecordRowBuilder>> settings = new ArrayList<>();
    private final Map<String, Object> fields = new HashMap<>();
    private String type = FakeTypes.REPORT;
    private String kind = "theft";

    private Row(long count) {
        this.count = count;
        this.created = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(count);
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
        return with(row -> row.title(value));
    }

    public Row description(String value) {
        return with(row -> row.description(value));
    }

    public Row state(String state, String phase) {
        return with(row -> row.state(state, phase));
    }

    public Row category(String value) {
        return with(row -> row.category(value));
    }

    public Row secrecy(String value) {
        return with(row -> row.secrecy(Secrecy.of(value)));
    }

    public Row channel(String value) {
        return with(row -> row.channel(value));
    }

    public Row unit(String code) {
        return with(row -> row.unit(Optional.of(FakeUnits.id(code))));
    }

    public Row asset(String id) {
        return with(row -> row.asset(Optional.of(id)));
    }

    public Row place(String name) {
        return with(row -> row.place(Optional.of(new Place(name, Optional.empty(), Optional.empty()))));
    }

    public Row place(String name, double latitude, double longitude) {
        return with(row -> row.place(Optional.of(new Place(name, Optional.of(latitude), Optional.of(longitude)))));
    }

    public Row occurredAt(String time) {
        return with(row -> row.occurred(Optional.of(Instant.parse(time)), Optional.empty()));
    }

    public Row severity(int value) {
        return with(row -> row.severity(OptionalInt.of(value)));
    }

    public Row assignee(String value) {
        return with(row -> row.assignee(Optional.of(value)));
    }

    public Row reporter(String value) {
        return with(row -> row.created(created, Optional.of(value)));
    }

    public Row source(String value) {
        return with(row -> row.externalKey(Optional.of(new ExternalKey(value, "key-" + count))));
    }

    public Row mergedInto(String id) {
        return with(row -> row.mergedInto(Optional.of(id)));
    }

    public Row field(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    public RecordRow build() {
        RecordRowBuilder row = RecordRow.builder(id(count), "INC-2026-%06d".formatted(count), type, kind)
                .state("received", "open")
                .secrecy(Secrecy.of("internal"))
                .channel("api")
                .fields(Map.copyOf(fields))
                .created(created, Optional.empty())
                .updated(created, Optional.empty());
        settings.forEach(setting -> setting.accept(row));
        return row.build();
    }

    private Row with(Consumer<RecordRowBuilder> setting) {
        settings.add(setting);
        return this;
    }
}
