package org.vaksam.records.content;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.vaksam.api.records.Place;
import org.vaksam.spi.records.RecordRow;
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

    /** The same with other fields of the form. */
    Content withFields(Map<String, Object> others) {
        return with(assignee, others);
    }

    /** The same in the hands of somebody else. */
    public Content withAssignee(Optional<String> account) {
        return with(account, fields);
    }

    private Content with(Optional<String> account, Map<String, Object> others) {
        return new Content(
                title,
                description,
                unit,
                asset,
                place,
                occurredAt,
                occurredUntil,
                category,
                severity,
                account,
                secrecy,
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
