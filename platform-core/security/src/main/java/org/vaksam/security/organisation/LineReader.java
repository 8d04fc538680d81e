package org.vaksam.security.organisation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.text.Text;
import org.vaksam.security.organisation.UnitTable.Line;

/** Reads cells with their rules and remembers which line said what is wrong. */
final class LineReader {
    private static final int MOST = 200;

    private final List<FieldProblem> mistakes = new ArrayList<>();

    List<FieldProblem> mistakes() {
        return List.copyOf(mistakes);
    }

    /** Fields of lines are called {@code 12.code}. */
    static String field(Line line, String field) {
        return line.number() + "." + field;
    }

    void wrong(Line line, UnitColumns column, Text detail) {
        if (mistakes.size() < MOST) {
            mistakes.add(new FieldProblem(field(line, column.id()), detail));
        }
    }

    /** A line of text that is not too long. */
    Optional<String> text(Line line, UnitColumns column, int longest) {
        Optional<String> text = line.text(column);
        boolean isBad = text.isPresent()
                && (text.get().length() > longest || text.get().chars().anyMatch(Character::isISOControl));
        if (isBad) {
            wrong(
                    line,
                    column,
                    new Text(
                            "Ska vara en rad med 1-" + longest + " tecken.",
                            "Must be a line of 1-" + longest + " characters."));
        }
        return text.filter(any -> !isBad);
    }

    Optional<String> word(Line line, UnitColumns column, Pattern form, Text rule) {
        Optional<String> text = line.text(column);
        if (text.isPresent() && !form.matcher(text.get()).matches()) {
            wrong(line, column, rule);
            return Optional.empty();
        }
        return text;
    }

    Optional<LocalDate> date(Line line, UnitColumns column) {
        Optional<String> text = line.text(column);
        try {
            return text.map(LocalDate::parse).filter(day -> inRange(line, column, day));
        } catch (DateTimeParseException e) {
            wrong(line, column, new Text("Ska vara ett datum som 2026-11-22.", "Must be a date such as 2026-11-22."));
            return Optional.empty();
        }
    }

    private boolean inRange(Line line, UnitColumns column, LocalDate day) {
        boolean isIn = !day.isBefore(UnitHistory.START) && !day.isAfter(UnitHistory.END);
        if (!isIn) {
            wrong(line, column, new Text("Ska vara ett datum som 2026-11-22.", "Must be a date such as 2026-11-22."));
        }
        return isIn;
    }
}
