package org.vaksam.records.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.records.ExternalKey;
import org.vaksam.api.records.Place;
import org.vaksam.records.value.Json;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.Secrecy;

/** A record as a row of its table. */
final class RecordColumns {
    static final String NAMES = "id, number, type, kind, definition_version, title, description, state, phase, unit_id,"
            + " place_name, latitude, longitude, occurred_at, occurred_until, category, severity, assignee, secrecy,"
            + " channel, ext_source, ext_key, fields, version, created_at, created_by, updated_at, updated_by, asset_id,"
            + " secrecy_ground, secret_fields, merged_into";

    private RecordColumns() {}

    static @Nullable Object[] values(RecordRow row) {
        return new @Nullable Object[] {
            row.id(),
            row.number(),
            row.type(),
            row.kind(),
            row.definitionVersion(),
            row.title(),
            row.description(),
            row.state(),
            row.phase(),
            row.unit(),
            row.place().map(Place::name),
            row.place().flatMap(Place::latitude),
            row.place().flatMap(Place::longitude),
            row.occurredAt(),
            row.occurredUntil(),
            row.category(),
            severity(row),
            row.assignee(),
            row.secrecy().level(),
            row.channel(),
            row.externalKey().map(ExternalKey::source),
            row.externalKey().map(ExternalKey::key),
            fields(row),
            row.version(),
            row.createdAt(),
            row.createdBy(),
            row.updatedAt(),
            row.updatedBy(),
            row.asset(),
            row.secrecy().ground(),
            Json.write(row.secrecy().fields()),
            row.mergedInto()
        };
    }

    static @Nullable Integer severity(RecordRow row) {
        return row.severity().isPresent() ? row.severity().getAsInt() : null;
    }

    static String fields(RecordRow row) {
        return row.fields().isEmpty() ? "{}" : Json.write(row.fields());
    }

    static RecordRow read(ResultSet row) throws SQLException {
        return RecordRow.builder(row.getString(1), row.getString(2), row.getString(3), row.getString(4))
                .definition(row.getString(4), row.getInt(5))
                .title(row.getString(6))
                .description(row.getString(7))
                .state(row.getString(8), row.getString(9))
                .unit(Optional.ofNullable(row.getString(10)))
                .asset(Optional.ofNullable(row.getString(29)))
                .place(place(row))
                .occurred(Sql.instant(row, "occurred_at"), Sql.instant(row, "occurred_until"))
                .category(row.getString(16))
                .severity(whole(row, 17))
                .assignee(Optional.ofNullable(row.getString(18)))
                .secrecy(secrecy(row))
                .channel(row.getString(20))
                .externalKey(external(row))
                .fields(fields(row.getString(23)))
                .version(row.getInt(24))
                .created(Sql.instant(row, "created_at").orElse(Instant.EPOCH), Optional.ofNullable(row.getString(26)))
                .updated(Sql.instant(row, "updated_at").orElse(Instant.EPOCH), Optional.ofNullable(row.getString(28)))
                .mergedInto(Optional.ofNullable(row.getString(32)))
                .build();
    }

    private static Optional<Place> place(ResultSet row) throws SQLException {
        String name = row.getString(11);
        return name == null ? Optional.empty() : Optional.of(new Place(name, degrees(row, 12), degrees(row, 13)));
    }

    private static Optional<Double> degrees(ResultSet row, int column) throws SQLException {
        double degrees = row.getDouble(column);
        return row.wasNull() ? Optional.empty() : Optional.of(degrees);
    }

    private static OptionalInt whole(ResultSet row, int column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static Optional<ExternalKey> external(ResultSet row) throws SQLException {
        String source = row.getString(21);
        return source == null ? Optional.empty() : Optional.of(new ExternalKey(source, row.getString(22)));
    }

    private static Secrecy secrecy(ResultSet row) throws SQLException {
        var marks = new HashMap<String, String>();
        fields(row.getString(31)).forEach((field, ground) -> marks.put(field, ground.toString()));
        return new Secrecy(row.getString(19), row.getString(30), marks);
    }

    private static Map<String, Object> fields(String json) throws SQLException {
        if (json.equals("{}")) {
            return Map.of();
        }
        try {
            return Json.object(json);
        } catch (JsonProcessingException e) {
            throw new SQLException("The fields or marks of a record are not valid JSON", e);
        }
    }
}
