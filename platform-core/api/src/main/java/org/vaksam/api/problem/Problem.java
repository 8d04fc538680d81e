package org.vaksam.api.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.text.Text;

/**
 * An error that a person or a client can act on; the gateway answers it as {@code application/problem+json} (RFC 9457).
 * Thrown by anybody on the way of a request; rolls the transaction back.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NAME = 60;

    private final String type;
    private final int status;
    private final transient Text title;
    private final transient Text detail;
    private final transient List<FieldProblem> fields;
    private final transient Map<String, Object> extras;
    private final transient Optional<Text> next;

    private Problem(
            String type,
            int status,
            Text title,
            Text detail,
            List<FieldProblem> fields,
            Map<String, Object> extras,
            Optional<Text> next,
            @Nullable Throwable cause) {
        super(type + ": " + detail.en(), cause);
        this.type = type;
        this.status = status;
        this.title = title;
        this.detail = detail;
        this.fields = List.copyOf(fields);
        this.extras = Map.copyOf(extras);
        this.next = next;
    }

    /**
     * A problem without fields, extras or next step; add them with the {@code with…} methods.
     *
     * @param type   stable slug in lower case, for example {@code not-found}; clients may depend on it
     * @param status HTTP status, 400-599
     */
    public static Problem of(String type, int status, Text title, Text detail) {
        return new Problem(type, status, title, detail, List.of(), Map.of(), Optional.empty(), null);
    }

    /** 404: there is no such thing, or the caller may not know of it. */
    public static Problem notFound(Text detail) {
        return of("not-found", 404, new Text("Finns inte", "Not found"), detail);
    }

    /** 422: the input was understood, and these fields are not right. Nothing was stored. */
    public static Problem invalid(List<FieldProblem> fields) {
        return of(
                        "invalid",
                        422,
                        new Text("Uppgifterna stämmer inte", "The input is not valid"),
                        new Text(
                                fields.size() + " uppgift(er) behöver rättas. Inget har sparats.",
                                fields.size() + " field(s) need to be corrected. Nothing was stored."))
                .withFields(fields);
    }

    /** 400: the request itself cannot be understood. */
    public static Problem badRequest(Text detail) {
        return of("bad-request", 400, new Text("Kan inte tolkas", "The request cannot be understood"), detail);
    }

    /** 400: the address has a parameter that nobody would read; says which there are. */
    public static Problem unknownParameter(String name, List<String> known) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
        String names = String.join(", ", known);
        Text possible = known.isEmpty()
                ? new Text("Här finns inga.", "There are none.")
                : new Text("Möjliga är: " + names + ".", "Possible are: " + names + ".");
        return of(
                        "unknown-parameter",
                        400,
                        new Text("Okänd parameter", "Unknown parameter"),
                        new Text(
                                "Parametern " + shown + " finns inte här. " + possible.sv(),
                                "There is no parameter " + shown + " here. " + possible.en()))
                .with("parameter", shown)
                .with("allowed", known);
    }

    /** 403: signed in, but without the permission. */
    public static Problem forbidden(String permission) {
        return of(
                        "forbidden",
                        403,
                        new Text("Saknar behörighet", "Not permitted"),
                        new Text(
                                "Det krävs behörigheten " + permission + ".",
                                "This needs the permission " + permission + "."))
                .with("permission", permission)
                .withNext(new Text("Be en administratör om behörigheten.", "Ask an administrator for the permission."));
    }

    /** 409: the world is not as the request assumes. */
    public static Problem conflict(Text detail) {
        return of("conflict", 409, new Text("Krockar med något annat", "In conflict with something else"), detail);
    }

    /** The same problem that names the fields at fault. */
    public Problem withFields(List<FieldProblem> newFields) {
        return new Problem(type, status, title, detail, newFields, extras, next, getCause());
    }

    /** The same problem with one more member in the JSON document. */
    public Problem with(String name, Object value) {
        var more = new java.util.HashMap<>(extras);
        more.put(name, value);
        return new Problem(type, status, title, detail, fields, more, next, getCause());
    }

    /** The same problem that says what the person can do now. */
    public Problem withNext(Text step) {
        return new Problem(type, status, title, detail, fields, extras, Optional.of(step), getCause());
    }

    /** The same problem with its cause, for the log only. */
    public Problem causedBy(Throwable cause) {
        return new Problem(type, status, title, detail, fields, extras, next, cause);
    }

    /** Stable slug. */
    public String type() {
        return type;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Short, the same for every problem of this type. */
    public Text title() {
        return title;
    }

    /** This occurrence, in a sentence. */
    public Text detail() {
        return detail;
    }

    /** The fields at fault. */
    public List<FieldProblem> fields() {
        return fields;
    }

    /** Further members of the JSON document. */
    public Map<String, Object> extras() {
        return extras;
    }

    /** What the person can do now. */
    public Optional<Text> next() {
        return next;
    }
}
