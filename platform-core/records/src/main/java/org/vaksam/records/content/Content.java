package org.vaksam.records.content;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.vaksam.api.records.Place;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordRowBuilder;
import org.vaksam.spi.records.Secrecy;

/** What people write into a record: the part that a create, a patch or a transition may set. */
public record Content(
        String title,
        String description,
        Optional<String> unit,
        Optional<String> asset,
        Optional<Place> place,
        Optional<Instant> occurredAt,
        Optional<Instant> occurredUntil,
        String category,
        OptionalInt severity,
        Optional<String> assignee,
        Secrecy secrecy,
        Map<String, Object> fields) {

    /** Of a stored record. */
    public static Content of(RecordRow row) {
        return new Content(
                row.title(),
                row.description(),
                row.unit(),
                row.asset(),
                row.place(),
                row.occurredAt(),
                row.occurredUntil(),
                row.category(),
                row.severity(),
                row.assignee(),
                row.secrecy(),
                row.fields());
    }

    /** A row that says this. */
    public RecordRowBuilder on(RecordRowBuilder row) {
        return row.title(title)
                .description(description)
                .unit(unit)
                .asset(asset)
                .place(place)
                .occurred(occurredAt, occurredUntil)
                .category(category)
                .severity(severity)
                .assignee(assignee)
                .secrecy(secrecy)
                .fields(fields);
    }

    /** The same with other fields of the form. */
    Content withFields(Map<String, Object> others) {
        return with(description, assignee, secrecy, others);
    }

    /** The same with other marks. */
    public Content withSecrecy(Secrecy other) {
        return with(description, assignee, other, fields);
    }

    /** The same in other words. */
    public Content withDescription(String other) {
        return with(other, assignee, secrecy, fields);
    }

    /** The same in the hands of somebody else. */
    public Content withAssignee(Optional<String> account) {
        return with(description, account, secrecy, fields);
    }

    private Content with(String words, Optional<String> account, Secrecy marks, Map<String, Object> others) {
        return new Content(
                title,
                words,
                unit,
                asset,
                place,
                occurredAt,
                occurredUntil,
                category,
                severity,
                account,
                marks,
                others);
    }

    /** A field's value by its name, of the kind or of every record; blank counts as none. */
    public Optional<Object> value(String name) {
        return switch (name) {
            case "title" -> text(title);
            case "description" -> text(description);
            case "unit" -> unit.map(Object.class::cast);
            case "asset" -> asset.map(Object.class::cast);
            case "place" -> place.map(Object.class::cast);
            case "occurredAt" -> occurredAt.map(Object.class::cast);
            case "occurredUntil" -> occurredUntil.map(Object.class::cast);
            case "category" -> text(category);
            case "severity" -> severity.isPresent() ? Optional.of(severity.getAsInt()) : Optional.empty();
            case "assignee" -> assignee.map(Object.class::cast);
            case "secrecy" -> text(secrecy.level());
            case "secrecyGround" -> text(secrecy.ground());
            case "secretFields" ->
                Optional.of(secrecy.fields()).filter(marks -> !marks.isEmpty()).map(TreeMap::new);
            default -> Optional.ofNullable(fields.get(name));
        };
    }

    private static Optional<Object> text(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
