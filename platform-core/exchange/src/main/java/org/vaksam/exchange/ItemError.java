package org.vaksam.exchange;

import java.util.List;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/**
 * An item that could not be stored.
 *
 * @param line   in the file; in an array the number of the item
 * @param type   slug of the problem
 * @param errors the fields at fault
 * @param item   the item itself, shortened
 */
record ItemError(long line, String type, Text detail, List<FieldProblem> errors, String item) {
    private static final int LONGEST_ITEM = 4_000;
    private static final int LONGEST_DETAIL = 1_000;
    private static final int LONGEST_FIELD_DETAIL = 500;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_FIELDS = 12;

    /** What is kept of a problem: short enough for its row, and text that every database takes. */
    static ItemError of(long line, Problem problem, String item) {
        var errors = problem.fields().stream()
                .limit(MOST_FIELDS)
                .map(field -> new FieldProblem(
                        oneLine(field.field(), LONGEST_NAME), oneLine(field.detail(), LONGEST_FIELD_DETAIL)))
                .toList();
        return new ItemError(
                line,
                oneLine(problem.type(), LONGEST_NAME),
                oneLine(problem.detail(), LONGEST_DETAIL),
                errors,
                clip(item, LONGEST_ITEM).replace('\0', '\uFFFD'));
    }

    private static Text oneLine(Text text, int longest) {
        return new Text(oneLine(text.sv(), longest), oneLine(text.en(), longest));
    }

    private static String oneLine(String text, int longest) {
        return clip(text, longest).replaceAll("\\p{Cntrl}", " ");
    }

    private static String clip(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
