package org.vaksam.incidents;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Reads the members of one item; collects everything that is wrong with it, by field. Used for one item. */
final class ItemFields {
    private final Map<String, Object> members;
    private final String prefix;
    private final List<FieldProblem> problems;

    ItemFields(Map<String, Object> members) {
        this(members, "", new ArrayList<>());
    }

    private ItemFields(Map<String, Object> members, String prefix, List<FieldProblem> problems) {
        this.members = members;
        this.prefix = prefix;
        this.problems = problems;
    }

    /** The text, without space around it; empty when there is none. */
    String text(String field, int longest) {
        return text(field, members.get(field), longest);
    }

    /** The text, which must be there. */
    String required(String field, int longest) {
        String text = text(field, longest);
        if (text.isEmpty()) {
            wrong(field, "Saknas", "Is missing");
        }
        return text;
    }

    /** One of these words, which must be there. */
    String oneOf(String field, List<String> words) {
        String text = required(field, 40);
        if (!text.isEmpty() && !words.contains(text)) {
            String known = String.join(", ", words);
            wrong(field, "Ska vara något av: " + known, "Must be one of: " + known);
        }
        return text;
    }

    /** A time with an offset, which must be there. */
    Instant requiredTime(String field) {
        String text = required(field, 40);
        return text.isEmpty() ? Instant.EPOCH : time(field).orElse(Instant.EPOCH);
    }

    /** A time with an offset, if there is one. */
    Optional<Instant> time(String field) {
        String text = text(field, 40);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            wrong(
                    field,
                    "Ska vara en tid som 2026-11-23T10:19:26+01:00",
                    "Must be a time such as 2026-11-23T10:19:26+01:00");
            return Optional.empty();
        }
    }

    /** The texts of this name. */
    List<String> texts(String field, int longest) {
        return values(field).stream()
                .map(value -> text(field, value, longest))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The objects of this name; one that is none says so. */
    @SuppressWarnings("unchecked")
    List<ItemFields> objects(String field) {
        var objects = new ArrayList<ItemFields>();
        for (Object value : values(field)) {
            if (value instanceof Map<?, ?> object) {
                objects.add(new ItemFields((Map<String, Object>) object, prefix + field + ".", problems));
            } else {
                wrong(field, "Ska ha innehåll", "Must have content");
            }
        }
        return objects;
    }

    void wrong(String field, String sv, String en) {
        problems.add(new FieldProblem(prefix + field, new Text(sv, en)));
    }

    /** Refuses the item when anything was wrong. */
    void check() {
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
    }

    private List<?> values(String field) {
        Object value = members.get(field);
        return value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
    }

    private String text(String field, @Nullable Object value, int longest) {
        if (value == null) {
            return "";
        }
        if (value instanceof Map<?, ?> element && element.get("#text") instanceof String text) {
            return text(field, text, longest);
        }
        if (!(value instanceof String || value instanceof Number)) {
            wrong(field, "Ska vara en text", "Must be a text");
            return "";
        }
        String text = value.toString().strip();
        if (text.length() > longest) {
            wrong(field, "Får vara högst " + longest + " tecken", "May have at most " + longest + " characters");
            return "";
        }
        return text;
    }
}
