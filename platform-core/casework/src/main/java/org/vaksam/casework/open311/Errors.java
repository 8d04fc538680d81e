package org.vaksam.casework.open311;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** What went wrong, as GeoReport says it: a list of codes and descriptions. */
final class Errors {
    private static final int UNPROCESSABLE = 422;
    private static final int BAD = 400;

    private Errors() {}

    static Problem missing(String argument) {
        return bad(argument + " saknas.", argument + " was not provided.");
    }

    static Problem bad(String sv, String en) {
        return Problem.badRequest(new Text(sv, en));
    }

    static Problem notFound(String argument) {
        return Problem.notFound(new Text(argument + " finns inte.", argument + " was not found."));
    }

    static Problem wrongKey() {
        Text detail = new Text("api_key saknas eller är fel.", "api_key is missing or not valid.");
        return Problem.of("forbidden", 403, new Text("Saknar behörighet", "Not permitted"), detail);
    }

    static Problem noForm() {
        return Problem.of(
                "unsupported-media-type",
                415,
                new Text("Innehållet har fel form", "The content has the wrong form"),
                new Text(
                        "Skicka formuläret som application/x-www-form-urlencoded och bilder som adresser i media_url.",
                        "Send the form as application/x-www-form-urlencoded, and pictures as addresses in media_url."));
    }

    static Response answer(Format format, Problem problem, Locale language) {
        int status = problem.status() == UNPROCESSABLE ? BAD : problem.status();
        List<Tree.Node> errors = problem.fields().isEmpty()
                ? List.of(error(status, problem.detail().in(language)))
                : problem.fields().stream()
                        .map(field -> error(
                                status, field.field() + ": " + field.detail().in(language)))
                        .toList();
        Response answer = format.answer(status, "errors", new Tree.Several("error", errors));
        Object wait = problem.extras().get("retryAfter");
        return wait == null
                ? answer
                : Response.fromResponse(answer).header("Retry-After", wait).build();
    }

    private static Tree.Node error(int status, String description) {
        return Tree.Node.of().with("code", status).with("description", description);
    }
}
