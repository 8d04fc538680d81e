package org.vaksam.insight.signal.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Why a signal is put aside, and until when. */
record DismissalInput(String reason, LocalDate until) {
    private static final int LONGEST_REASON = 1_000;
    private static final int USUAL_DAYS = 28;
    private static final int MOST_DAYS = 365;
    private static final String REASON = "reason";
    private static final String UNTIL = "until";

    /** Reads the body, of which everything that is wrong is said at once. */
    static DismissalInput of(@Nullable Map<String, @Nullable Object> body, LocalDate today) {
        if (body == null) {
            throw Problem.badRequest(new Text("Begäran saknar innehåll.", "The request has no content."));
        }
        List<FieldProblem> problems = new ArrayList<>();
        body.keySet().stream()
                .filter(member -> !Set.of(REASON, UNTIL).contains(member))
                .forEach(member -> problems.add(new FieldProblem(member, new Text("Okänt fält.", "Unknown field."))));
        String reason = body.get(REASON) instanceof String text ? text.strip() : "";
        if (reason.isEmpty()
                || reason.length() > LONGEST_REASON
                || reason.chars().anyMatch(DismissalInput::isControl)) {
            problems.add(new FieldProblem(
                    REASON,
                    new Text("Skriv varför, med högst 1 000 tecken.", "Write why, in at most 1,000 characters.")));
        }
        Object given = body.get(UNTIL);
        LocalDate until = given == null ? today.plusDays(USUAL_DAYS) : date(given);
        if (until.isBefore(today) || until.isAfter(today.plusDays(MOST_DAYS))) {
            problems.add(new FieldProblem(
                    UNTIL,
                    new Text(
                            "Ska vara ett datum som " + today.plusDays(USUAL_DAYS) + ", högst ett år bort.",
                            "Must be a date such as " + today.plusDays(USUAL_DAYS) + ", at most a year away.")));
        }
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return new DismissalInput(reason, until);
    }

    private static LocalDate date(Object given) {
        try {
            return LocalDate.parse(String.valueOf(given));
        } catch (DateTimeException e) {
            return LocalDate.MIN;
        }
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}
