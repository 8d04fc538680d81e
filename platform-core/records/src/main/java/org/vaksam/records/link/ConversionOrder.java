package org.vaksam.records.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vaksam.records.value.Problems;

/**
 * What a record is to be made into.
 *
 * @param type     the record type; the record's own when only its kind changes
 * @param reason   of a change of kind
 * @param appendix whether what has no field there goes below the description
 * @param members  title and the like, which somebody wants otherwise
 * @param fields   values for the other form, besides those that are carried over
 */
public record ConversionOrder(
        String type,
        String kind,
        Optional<String> reason,
        boolean appendix,
        Map<String, @Nullable Object> members,
        Map<String, @Nullable Object> fields) {
    private static final List<String> OVERRIDES = List.of("title", "unit", "category", "severity");

    /** Of a request for a new record. */
    public static ConversionOrder read(Map<String, @Nullable Object> given) {
        var problems = new Problems();
        Input.refuseOthers(
                given,
                Stream.concat(Stream.of("type", "kind", "appendix", "fields"), OVERRIDES.stream())
                        .toList(),
                problems);
        var members = new LinkedHashMap<String, @Nullable Object>();
        OVERRIDES.stream().filter(given::containsKey).forEach(name -> members.put(name, given.get(name)));
        var order = new ConversionOrder(
                Input.required(given, "type", 100, problems),
                Input.required(given, "kind", 50, problems),
                Optional.empty(),
                appendix(given.get("appendix"), problems),
                members,
                fields(given.get("fields"), problems));
        problems.throwIfAny();
        return order;
    }

    /** Of a request for another kind. */
    public static ConversionOrder ofKind(String type, Map<String, @Nullable Object> given) {
        var problems = new Problems();
        Input.refuseOthers(given, List.of("kind", "reason", "fields"), problems);
        var order = new ConversionOrder(
                type,
                Input.required(given, "kind", 50, problems),
                Optional.of(Input.reason(given.get("reason"), problems)),
                true,
                Map.of(),
                fields(given.get("fields"), problems));
        problems.throwIfAny();
        return order;
    }

    private static boolean appendix(@Nullable Object given, Problems problems) {
        if (given != null && !(given instanceof Boolean)) {
            problems.add("appendix", "Ska vara true eller false.", "Must be true or false.");
        }
        return !Boolean.FALSE.equals(given);
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object given, Problems problems) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        if (given instanceof Map<?, ?> members) {
            members.forEach((name, value) -> fields.put(String.valueOf(name), value));
        } else if (given != null) {
            problems.add("fields", "Ska vara ett objekt.", "Must be an object.");
        }
        return fields;
    }
}
