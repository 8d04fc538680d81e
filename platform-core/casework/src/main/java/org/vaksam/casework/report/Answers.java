package org.vaksam.casework.report;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.text.Text;
import org.vaksam.casework.page.FormBody;

/** Reads the fields of a kind out of a form: values as the record engine takes them, of fields that are asked with the others. */
final class Answers {
    private static final int LONGEST_NUMBER = 30;
    private static final int DATE_LENGTH = 10;
    private static final Text REQUIRED = new Text("Behöver fyllas i.", "Must be filled in.");

    private final FormBody form;
    private final String prefix;
    private final String suffix;
    private final List<FieldProblem> problems;

    /**
     * @param prefix   before a field's id in the form, as {@code suffix} after it
     * @param problems what is wrong is added here, under those names
     */
    Answers(FormBody form, String prefix, String suffix, List<FieldProblem> problems) {
        this.form = form;
        this.prefix = prefix;
        this.suffix = suffix;
        this.problems = problems;
    }

    Map<String, Object> read(List<PublicField> fields) {
        Map<String, Object> given = new LinkedHashMap<>();
        for (PublicField field : fields) {
            value(field).ifPresent(value -> given.put(field.id(), value));
        }
        Map<String, Object> asked = new LinkedHashMap<>();
        for (PublicField field : fields) {
            if (field.isAsked(given)) {
                String name = name(field);
                if (given.containsKey(field.id())) {
                    asked.put(field.id(), given.get(field.id()));
                } else if (field.isRequired() && !form.has(name)) {
                    problems.add(new FieldProblem(name, REQUIRED));
                }
            } else {
                problems.removeIf(problem -> problem.field().equals(name(field)));
            }
        }
        return asked;
    }

    private String name(PublicField field) {
        return prefix + field.id() + suffix;
    }

    private Optional<Object> value(PublicField field) {
        String text = form.get(name(field));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> text(field, text);
            case NUMBER, MONEY -> number(field, text);
            case DATE -> date(field, text);
            case TIME -> time(name(field), text, problems).map(Instant::toString);
            case CHOICE, TREE -> choice(field, text);
            case BOOLEAN -> bool(field, text);
            default -> Optional.empty();
        };
    }

    private Optional<Object> text(PublicField field, String text) {
        int max = field.maxLength();
        if (text.length() > max) {
            return wrong(field, "Får ha högst " + max + " tecken.", "May have at most " + max + " characters.");
        }
        return Optional.of(text);
    }

    private Optional<Object> number(PublicField field, String text) {
        String plain = text.replaceAll("[\\s\\u00A0\\u202F]", "").replace(',', '.');
        try {
            if (plain.length() <= LONGEST_NUMBER && plain.matches("-?[0-9.]+")) {
                return Optional.of(new BigDecimal(plain));
            }
        } catch (NumberFormatException e) {
            return wrong(field, "Skriv ett tal med siffror.", "Write a number in digits.");
        }
        return wrong(field, "Skriv ett tal med siffror.", "Write a number in digits.");
    }

    private Optional<Object> date(PublicField field, String text) {
        try {
            boolean isTime = text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == 'T';
            return Optional.of(LocalDate.parse(isTime ? text.substring(0, DATE_LENGTH) : text)
                    .toString());
        } catch (DateTimeException e) {
            return wrong(field, "Skriv ett datum som 2026-11-22.", "Write a date like 2026-11-22.");
        }
    }

    private Optional<Object> choice(PublicField field, String text) {
        return field.field().choices().stream().anyMatch(choice -> choice.id().equals(text))
                ? Optional.of(text)
                : wrong(field, "Välj något av det som finns.", "Choose one of those there are.");
    }

    private Optional<Object> bool(PublicField field, String text) {
        return text.equals("true") || text.equals("false")
                ? Optional.of(Boolean.valueOf(text))
                : wrong(field, "Svara ja eller nej.", "Answer yes or no.");
    }

    private Optional<Object> wrong(PublicField field, String sv, String en) {
        problems.add(new FieldProblem(name(field), new Text(sv, en)));
        return Optional.empty();
    }

    /** A time as a browser writes it, where the organisation lives; or with an offset, as systems write it. */
    static Optional<Instant> time(String name, String text, List<FieldProblem> problems) {
        try {
            return Optional.of(
                    text.matches(".*(Z|[+-]\\d{2}:\\d{2})")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).atZone(SwedishTime.ZONE).toInstant());
        } catch (DateTimeException e) {
            problems.add(new FieldProblem(
                    name,
                    new Text("Skriv dag och tid som 2026-11-22T15:04.", "Write day and time like 2026-11-22T15:04.")));
            return Optional.empty();
        }
    }
}
