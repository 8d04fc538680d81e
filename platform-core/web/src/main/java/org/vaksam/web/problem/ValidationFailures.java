package org.vaksam.web.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.List;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Violations of Bean Validation constraints as fields at fault. */
final class ValidationFailures {
    private ValidationFailures() {}

    static Problem problem(ConstraintViolationException thrown) {
        List<FieldProblem> fields = new ArrayList<>();
        for (ConstraintViolation<?> violation : thrown.getConstraintViolations()) {
            fields.add(new FieldProblem(path(violation.getPropertyPath()), Text.same(violation.getMessage())));
        }
        return Problem.invalid(fields).causedBy(thrown);
    }

    private static String path(Path path) {
        return path == null ? "" : path.toString();
    }
}
