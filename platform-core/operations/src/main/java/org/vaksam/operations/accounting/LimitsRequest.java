package org.vaksam.operations.accounting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.accounting.Limits;

/** Reads the limits that a client wants; what is null or left out is not limited. */
final class LimitsRequest {
    private static final String REQUESTS = "concurrentRequests";
    private static final String SECONDS = "statementSeconds";

    private LimitsRequest() {}

    static Limits limits(@Nullable Map<String, @Nullable Object> body) {
        if (body == null) {
            throw Problem.badRequest(new Text("Begäran saknar innehåll.", "The request has no content."));
        }
        var problems = new ArrayList<FieldProblem>();
        body.keySet().stream()
                .filter(name -> !List.of(REQUESTS, SECONDS).contains(name))
                .forEach(name -> problems.add(new FieldProblem(name, new Text("Okänt fält.", "Unknown field."))));
        var limits = new Limits(
                number(body, REQUESTS, Limits.MOST_REQUESTS, problems),
                number(body, SECONDS, Limits.MOST_SECONDS, problems));
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return limits;
    }

    private static Optional<Integer> number(
            Map<String, @Nullable Object> body, String name, int most, List<FieldProblem> problems) {
        Object value = body.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Integer number && number >= 1 && number <= most) {
            return Optional.of(number);
        }
        problems.add(new FieldProblem(
                name,
                new Text(
                        "Ska vara ett heltal från 1 till " + most + ", eller null för ingen gräns.",
                        "Must be a whole number from 1 to " + most + ", or null for no limit.")));
        return Optional.empty();
    }
}
