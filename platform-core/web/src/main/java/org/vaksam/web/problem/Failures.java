package org.vaksam.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.NoContentException;
import java.util.List;
import java.util.Optional;
import org.glassfish.hk2.api.MultiException;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** Finds the problem in whatever was thrown on the way of a request, however deep frameworks have wrapped it. */
public final class Failures {
    private static final int DEEPEST = 12;

    private Failures() {}

    /** The problem to answer with; {@code internal} for what nobody foresaw. */
    public static Problem problem(Throwable thrown) {
        Throwable current = thrown;
        Optional<Problem> first = Optional.empty();
        for (int depth = 0; current != null && depth < DEEPEST; depth++) {
            if (current instanceof Problem problem) {
                return problem;
            }
            if (first.isEmpty()) {
                first = known(current);
            }
            current = inside(current);
        }
        return first.orElseGet(() -> Problems.internal(thrown));
    }

    private static @Nullable Throwable inside(Throwable thrown) {
        if (thrown instanceof MultiException many) {
            List<Throwable> errors = many.getErrors();
            for (Throwable error : errors) {
                if (error instanceof Problem || error instanceof WebApplicationException) {
                    return error;
                }
            }
        }
        return thrown.getCause();
    }

    private static Optional<Problem> known(Throwable thrown) {
        if (thrown instanceof JsonProcessingException json) {
            return JsonFailures.problem(json);
        }
        if (thrown instanceof WebApplicationException web) {
            return Optional.of(HttpFailures.problem(web));
        }
        if (thrown instanceof ConstraintViolationException violations) {
            return Optional.of(ValidationFailures.problem(violations));
        }
        if (thrown instanceof NoContentException) {
            return Optional.of(Problem.badRequest(new Text("Anropet saknar innehåll.", "The request has no content."))
                    .causedBy(thrown));
        }
        return Optional.empty();
    }
}
