package org.vaksam.web.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.glassfish.jersey.server.ParamException;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** What Jakarta REST itself throws, as problems. */
final class HttpFailures {
    private HttpFailures() {}

    static Problem problem(WebApplicationException thrown) {
        if (thrown instanceof ParamException parameter && !(thrown instanceof ParamException.PathParamException)) {
            return parameter(parameter);
        }
        return byStatus(thrown.getResponse()).causedBy(thrown);
    }

    private static Problem parameter(ParamException parameter) {
        return Problem.badRequest(new Text(
                        "Parametern " + parameter.getParameterName() + " går inte att tolka.",
                        "The parameter " + parameter.getParameterName() + " cannot be understood."))
                .withFields(List.of(new FieldProblem(
                        parameter.getParameterName(), new Text("Går inte att tolka.", "Cannot be understood."))))
                .causedBy(parameter);
    }

    private static Problem byStatus(Response response) {
        int status = response.getStatus();
        return switch (status) {
            case 401 -> Problems.notSignedIn();
            case 404 -> Problems.noSuchAddress();
            case 405 -> Problems.methodNotAllowed(header(response, HttpHeaders.ALLOW));
            case 503 -> Problems.unavailable(retryAfter(response));
            case 400 ->
                Problem.badRequest(new Text("Anropet går inte att tolka.", "The request cannot be understood."));
            case 403 -> of("forbidden", status, "Saknar behörighet", "Not permitted");
            case 406 -> of("not-acceptable", status, "Finns inte i den formen", "Not available in that form");
            case 409 -> of("conflict", status, "Krockar med något annat", "In conflict with something else");
            case 412 -> of("stale", status, "Har ändrats under tiden", "Changed in the meantime");
            case 413 -> of("too-large", status, "För stort", "Too large");
            case 415 ->
                of("unsupported-media-type", status, "Innehållet har fel form", "The content has the wrong form");
            case 422 -> of("invalid", status, "Uppgifterna stämmer inte", "The input is not valid");
            case 428 -> of("precondition-required", status, "If-Match saknas", "If-Match is missing");
            case 429 -> of("too-many-requests", status, "För många anrop", "Too many requests");
            default ->
                status < 500
                        ? of("bad-request", status, "Anropet kan inte utföras", "The request cannot be carried out")
                        : of("internal", status, "Fel i plattformen", "A fault in the platform");
        };
    }

    private static Problem of(String type, int status, String swedish, String english) {
        var title = new Text(swedish, english);
        return Problem.of(type, status, title, new Text(swedish + ".", english + "."));
    }

    private static String header(Response response, String name) {
        String value = response.getHeaderString(name);
        return value == null ? "" : value;
    }

    private static int retryAfter(Response response) {
        String value = header(response, HttpHeaders.RETRY_AFTER);
        return value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : 5;
    }
}
