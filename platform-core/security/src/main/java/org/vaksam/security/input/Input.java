package org.vaksam.security.input;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** The JSON object of a request: every member is read with its rule, and all that is wrong is said at once by {@link #check}. */
public final class Input {
    private static final Text REQUIRED = new Text("Måste anges.", "Is required.");
    private static final Text NOT_TEXT = new Text("Ska vara en text.", "Must be a text.");

    private static final Pattern DATE = Pattern.compile("[1-9]\\d{3}-\\d{2}-\\d{2}");
    private static final Text DATE_RULE =
            new Text("Ska vara ett datum som 2026-11-22.", "Must be a date such as 2026-11-22.");

    private final Map<String, @Nullable Object> members;
    private final String prefix;
    private final List<FieldProblem> problems;

    private Input(
            Map<String, @Nullable Object> members, String prefix, List<FieldProblem> problems, Set<String> known) {
        this.members = members;
        this.prefix = prefix;
        this.problems = problems;
        for (String member : members.keySet()) {
            if (!known.contains(member)) {
                wrong(member, new Text("Okänt fält.", "Unknown field."));
            }
        }
    }

    /** The body of a request, of which these members are known. */
    public static Input of(@Nullable Map<String, @Nullable Object> body, String... known) {
        if (body == null) {
            throw Problem.badRequest(new Text("Begäran saknar innehåll.", "The request has no content."));
        }
        return new Input(body, "", new ArrayList<>(), Set.of(known));
    }

    /** Whether the member was sent at all, also as null. */
    public boolean has(String field) {
        return members.containsKey(field);
    }

    /** These must be there. */
    public Input required(String... fields) {
        for (String field : fields) {
            if (members.get(field) == null) {
                wrong(field, REQUIRED);
            }
        }
        return this;
    }

    /** These may be left out, but not be null: for changes. */
    public Input notNull(String... fields) {
        for (String field : fields) {
            if (has(field) && members.get(field) == null) {
                wrong(field, REQUIRED);
            }
        }
        return this;
    }

    /** One line of 1 to {@code longest} characters that must be there. */
    public String line(String field, int longest) {
        return optionalLine(field, longest).orElseGet(() -> {
            if (members.get(field) == null) {
                wrong(field, REQUIRED);
            }
            return "";
        });
    }

    /** One line of 1 to {@code longest} characters, if it was sent. */
    public Optional<String> optionalLine(String field, int longest) {
        Optional<String> text = text(field).map(String::strip);
        if (text.isPresent() && (text.get().isEmpty() || text.get().length() > longest)) {
            wrong(field, new Text("Ska ha 1-" + longest + " tecken.", "Must have 1-" + longest + " characters."));
            return Optional.empty();
        }
        if (text.isPresent() && text.get().codePoints().anyMatch(Input::isUnprintable)) {
            wrong(field, new Text("Får inte innehålla styrtecken.", "Must not contain control characters."));
            return Optional.empty();
        }
        return text;
    }

    /** A word of this form. */
    public Optional<String> optionalWord(String field, Pattern form, Text rule) {
        Optional<String> text = text(field);
        if (text.isPresent() && !form.matcher(text.get()).matches()) {
            wrong(field, rule);
            return Optional.empty();
        }
        return text;
    }

    /** A word of this form that must be there. */
    public String word(String field, Pattern form, Text rule) {
        if (members.get(field) == null) {
            wrong(field, REQUIRED);
        }
        return optionalWord(field, form, rule).orElse("");
    }

    /** Text exactly as it was sent, empty when missing: for passwords, which have rules of their own. */
    public String secret(String field, int longest) {
        if (members.get(field) == null) {
            wrong(field, REQUIRED);
        }
        String text = text(field).orElse("");
        if (text.length() > longest) {
            wrong(field, new Text("Är för långt.", "Is too long."));
            return "";
        }
        return text;
    }

    /** Yes or no, if it was sent. */
    public Optional<Boolean> flag(String field) {
        Object value = members.get(field);
        if (value != null && !(value instanceof Boolean)) {
            wrong(field, new Text("Ska vara true eller false.", "Must be true or false."));
        }
        return value instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    /** A list of different short words, if it was sent. */
    public Optional<Set<String>> words(String field, int most, int longest) {
        Object value = members.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof List<?> list) || list.size() > most) {
            wrong(
                    field,
                    new Text("Ska vara en lista med högst " + most + ".", "Must be a list of at most " + most + "."));
            return Optional.empty();
        }
        var words = new LinkedHashSet<String>();
        for (Object item : list) {
            if (item instanceof String word && !word.isBlank() && word.length() <= longest) {
                words.add(word);
            } else {
                wrong(field, new Text("Innehåller något som inte är ett id.", "Contains something that is not an id."));
                return Optional.empty();
            }
        }
        return Optional.of(words);
    }

    /** A time with an offset, if it was sent. */
    public Optional<Instant> time(String field) {
        return text(field).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeParseException e) {
                wrong(
                        field,
                        new Text(
                                "Ska vara en tid som 2026-11-22T15:04:05Z.",
                                "Must be a time such as 2026-11-22T15:04:05Z."));
                return Optional.empty();
            }
        });
    }

    /** A date, if it was sent. */
    public Optional<LocalDate> date(String field) {
        return optionalWord(field, DATE, DATE_RULE).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                wrong(field, DATE_RULE);
                return Optional.empty();
            }
        });
    }

    /** A label in both languages, if it was sent. */
    @SuppressWarnings("unchecked")
    public Optional<Text> label(String field, int longest) {
        Object value = members.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Map<?, ?> map)) {
            wrong(field, new Text("Ska vara {\"sv\": …, \"en\": …}.", "Must be {\"sv\": …, \"en\": …}."));
            return Optional.empty();
        }
        var inner = new Input((Map<String, @Nullable Object>) map, prefix + field + ".", problems, Set.of("sv", "en"));
        return Optional.of(new Text(inner.line("sv", longest), inner.line("en", longest)));
    }

    /** Says that a member is wrong, and what would be right. */
    public void wrong(String field, Text detail) {
        problems.add(new FieldProblem(prefix + field, detail));
    }

    /** Says that a member is missing. */
    public void missing(String field) {
        wrong(field, REQUIRED);
    }

    /** Refuses (422) when anything was wrong. */
    public void check() {
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
    }

    private static boolean isUnprintable(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }

    private Optional<String> text(String field) {
        Object value = members.get(field);
        if (value != null && !(value instanceof String)) {
            wrong(field, NOT_TEXT);
        }
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
