package org.vaksam.casework.json;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** The JSON object of a request: each member is read with its rule; {@link #check} says at once all that is wrong. */
public final class Input {
    private static final Text REQUIRED = new Text("Måste anges.", "Is required.");

    private final Map<String, @Nullable Object> members;
    private final List<FieldProblem> problems = new ArrayList<>();

    private Input(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    /** The body of a request, of which these members are known. */
    public static Input of(@Nullable Map<String, @Nullable Object> body, String... known) {
        if (body == null) {
            throw Problem.badRequest(new Text("Begäran saknar innehåll.", "The request has no content."));
        }
        var input = new Input(body);
        body.keySet().stream()
                .filter(member -> !Set.of(known).contains(member))
                .forEach(member -> input.wrong(member, new Text("Okänt fält.", "Unknown field.")));
        return input;
    }

    /** Whether the member was sent at all. */
    public boolean has(String field) {
        return members.containsKey(field);
    }

    /** Text in several lines, of at most so many characters, that must be there; without control characters. */
    public String lines(String field, int longest) {
        String text = optionalText(field, longest).orElse("").strip();
        if (text.isEmpty()
                && problems.stream().noneMatch(problem -> problem.field().equals(field))) {
            wrong(field, REQUIRED);
        }
        return text;
    }

    /** Text without control characters, if it was sent. */
    public Optional<String> optionalText(String field, int longest) {
        Object value = members.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text)) {
            wrong(field, new Text("Ska vara en text.", "Must be a text."));
            return Optional.empty();
        }
        if (text.length() > longest) {
            wrong(field, new Text("Högst " + longest + " tecken.", "At most " + longest + " characters."));
            return Optional.empty();
        }
        if (text.codePoints().anyMatch(Input::isUnprintable)) {
            wrong(field, new Text("Får inte innehålla styrtecken.", "Must not contain control characters."));
            return Optional.empty();
        }
        return Optional.of(text.replace("\r\n", "\n"));
    }

    /** Different texts, at most so many; none when nothing was sent. */
    public List<String> texts(String field, int most, int longest) {
        Object value = members.get(field);
        if (value == null) {
            return List.of();
        }
        boolean fits = value instanceof List<?> list
                && list.size() <= most
                && list.stream()
                        .allMatch(item -> item instanceof String text && !text.isBlank() && text.length() <= longest);
        if (!fits) {
            wrong(
                    field,
                    new Text(
                            "Ska vara en lista med högst " + most + " texter.",
                            "Must be a list of at most " + most + " texts."));
            return List.of();
        }
        var texts = new LinkedHashSet<String>();
        ((List<?>) value).forEach(item -> texts.add(String.valueOf(item)));
        return List.copyOf(texts);
    }

    /** A whole number in these bounds, if it was sent. */
    public Optional<Integer> number(String field, int least, int most) {
        Object value = members.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Integer number && number >= least && number <= most) {
            return Optional.of(number);
        }
        wrong(
                field,
                new Text(
                        "Ska vara ett heltal " + least + "-" + most + ".",
                        "Must be a whole number " + least + "-" + most + "."));
        return Optional.empty();
    }

    /** Yes or no, if it was sent. */
    public Optional<Boolean> flag(String field) {
        Object value = members.get(field);
        if (value != null && !(value instanceof Boolean)) {
            wrong(field, new Text("Ska vara true eller false.", "Must be true or false."));
        }
        return value instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    /** A date that must be there. */
    public LocalDate date(String field) {
        String text = lines(field, 10);
        try {
            return text.isEmpty() ? LocalDate.MAX : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            wrong(field, new Text("Ska vara ett datum som 2026-11-22.", "Must be a date such as 2026-11-22."));
            return LocalDate.MAX;
        }
    }

    /** A time of the day in hours and minutes, if it was sent. */
    public Optional<LocalTime> time(String field) {
        return optionalText(field, 5).flatMap(text -> {
            try {
                return Optional.of(LocalTime.parse(text));
            } catch (DateTimeParseException e) {
                wrong(field, new Text("Ska vara ett klockslag som 22:00.", "Must be a time such as 22:00."));
                return Optional.empty();
            }
        });
    }

    /** The members of an object, none when nothing was sent. */
    public Map<String, @Nullable Object> object(String field) {
        Object value = members.get(field);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            wrong(field, new Text("Ska vara ett objekt.", "Must be an object."));
            return Map.of();
        }
        var object = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, member) -> object.put(String.valueOf(name), member));
        return object;
    }

    /** Says that a member is wrong, and what would be right. */
    public void wrong(String field, Text detail) {
        problems.add(new FieldProblem(field, detail));
    }

    /** Refuses (422) when anything was wrong. */
    public void check() {
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
    }

    private static boolean isUnprintable(int character) {
        boolean layout = character == '\n' || character == '\r' || character == '\t';
        return Character.isISOControl(character) && !layout || Character.getType(character) == Character.SURROGATE;
    }
}
