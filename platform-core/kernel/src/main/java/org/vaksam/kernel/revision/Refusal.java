package org.vaksam.kernel.revision;

import java.util.Optional;
import java.util.regex.Pattern;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Failures of module operations as problems that say the cause and the next step, and back into one text. */
public final class Refusal {
    /** A bundle's number, which nobody else knows. */
    private static final Pattern NUMBER = Pattern.compile(" \\[\\d+]");

    private Refusal() {}

    /** An operation that cannot be done as things are. */
    public static Problem of(Text cause, Text next) {
        return Problem.of(
                        "module-refused",
                        422,
                        new Text("Modulen kan inte tas i drift", "The module cannot be put into operation"),
                        cause)
                .withNext(next);
    }

    /** Cause and next step of any failure in one text. */
    public static Text explain(Throwable failure) {
        return failure instanceof Problem problem ? explain(problem) : unexpected(failure);
    }

    private static Text explain(Problem problem) {
        var sv = new StringBuilder(problem.detail().sv());
        var en = new StringBuilder(problem.detail().en());
        for (FieldProblem field : problem.fields()) {
            sv.append(' ')
                    .append(field.field())
                    .append(": ")
                    .append(field.detail().sv())
                    .append('.');
            en.append(' ')
                    .append(field.field())
                    .append(": ")
                    .append(field.detail().en())
                    .append('.');
        }
        Optional<Text> next = problem.next();
        next.ifPresent(text -> sv.append(' ').append(text.sv()));
        next.ifPresent(text -> en.append(' ').append(text.en()));
        return new Text(sv.toString(), en.toString());
    }

    /** Kind and message of the deepest cause, without the framework's numbers. */
    static String deepest(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String kind = root.getClass().getSimpleName();
        return root.getMessage() == null
                ? kind
                : kind + ": " + NUMBER.matcher(root.getMessage()).replaceAll("");
    }

    private static Text unexpected(Throwable failure) {
        String words = deepest(failure);
        return new Text(
                "Oväntat fel, " + words + ". Loggen har detaljerna; ge dem till den som gjort modulen.",
                "Unexpected failure, " + words + ". The log has the details; give them to whoever made the module.");
    }
}
