package org.vaksam.casework.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.records.Secrecy;

/** What comes with a file: parameters of the address and the header Idempotency-Key. */
final class Uploading {
    static final int LONGEST_DESCRIPTION = 2_000;

    private static final int LONGEST_NAME = 1_000;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private Uploading() {}

    static Upload of(
            String target, String name, String description, String secrecy, String metadata, @Nullable String key) {
        var problems = new ArrayList<FieldProblem>();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            problems.add(problem("name", "Ange filens namn.", "Give the name of the file."));
        }
        if (!metadata.equals("remove") && !metadata.equals("keep")) {
            problems.add(problem("metadata", "Ska vara remove eller keep.", "Must be remove or keep."));
        }
        checkDescription(description, problems);
        checkSecrecy(secrecy, problems);
        throwIfAny(problems);
        return new Upload(target, name, description.strip(), secrecy, metadata.equals("keep"), key(key));
    }

    static void checkDescription(String description, List<FieldProblem> problems) {
        boolean hidden =
                description.chars().anyMatch(each -> each < ' ' && each != '\n' && each != '\r' && each != '\t');
        if (description.length() > LONGEST_DESCRIPTION || hidden) {
            problems.add(problem(
                    "description",
                    "Högst " + LONGEST_DESCRIPTION + " tecken, inga styrtecken.",
                    "At most " + LONGEST_DESCRIPTION + " characters, no control characters."));
        }
    }

    static void checkSecrecy(String secrecy, List<FieldProblem> problems) {
        if (!Secrecy.LEVELS.contains(secrecy)) {
            problems.add(problem(
                    "secrecy",
                    "Ska vara något av: " + String.join(", ", Secrecy.LEVELS) + ".",
                    "Must be one of: " + String.join(", ", Secrecy.LEVELS) + "."));
        }
    }

    static void throwIfAny(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
    }

    private static Optional<String> key(@Nullable String header) {
        if (header != null && !KEY.matcher(header).matches()) {
            throw Problem.badRequest(new Text(
                    "Idempotency-Key ska vara 1-200 tecken utan mellanslag.",
                    "Idempotency-Key must be 1-200 characters without spaces."));
        }
        return Optional.ofNullable(header);
    }

    static FieldProblem problem(String field, String swedish, String english) {
        return new FieldProblem(field, new Text(swedish, english));
    }
}
