package org.vaksam.casework.report;

import java.util.List;
import java.util.Set;
import org.vaksam.api.problem.FieldProblem;

/** What the record engine did not take, told at the field of the public form that it came from. */
public final class Refusals {
    private static final String FIELDS = "fields.";
    private static final Set<String> SAME = Set.of(FormNames.UNIT);

    private Refusals() {}

    /** With these words before the kind's own fields. */
    public static List<FieldProblem> named(List<FieldProblem> problems, String own) {
        return problems.stream()
                .map(problem -> new FieldProblem(name(problem.field(), own), problem.detail()))
                .toList();
    }

    private static String name(String field, String own) {
        if (field.startsWith(FIELDS)) {
            return own + field.substring(FIELDS.length());
        }
        if (field.startsWith("place") || field.equals("asset")) {
            return FormNames.PLACE;
        }
        if (field.startsWith("occurred")) {
            return FormNames.WHEN;
        }
        return SAME.contains(field) ? field : FormNames.WHAT;
    }
}
