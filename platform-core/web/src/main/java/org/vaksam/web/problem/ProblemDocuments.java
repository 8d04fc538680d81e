package org.vaksam.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;

/** Turns problems into documents of RFC 9457, in the reader's language. */
public final class ProblemDocuments {
    /** Media type of the documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Member of a problem that becomes the header {@code Retry-After}, in seconds. */
    public static final String RETRY_AFTER = "retryAfter";

    /** Member of a problem that becomes the header {@code Allow}. */
    public static final String ALLOW = "allow";

    private static final int DEFAULT_RETRY_SECONDS = 5;

    private final ObjectWriter writer;

    public ProblemDocuments(ObjectMapper mapper) {
        this.writer = mapper.writer();
    }

    /** The document, in UTF-8. */
    public byte[] document(Problem problem, String requestId, Locale language) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "urn:vaksam:problem:" + problem.type());
        document.put("title", problem.title().in(language));
        document.put("status", problem.status());
        document.put("detail", problem.detail().in(language));
        document.put("instance", "urn:vaksam:request:" + requestId);
        problem.next().ifPresent(next -> document.put("next", next.in(language)));
        if (!problem.fields().isEmpty()) {
            document.put("errors", errors(problem.fields(), language));
        }
        problem.extras().forEach(document::putIfAbsent);
        try {
            return writer.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("problem " + problem.type() + " has a member that is not JSON", e);
        }
    }

    private static List<Map<String, String>> errors(List<FieldProblem> fields, Locale language) {
        return fields.stream()
                .map(field ->
                        Map.of("field", field.field(), "detail", field.detail().in(language)))
                .toList();
    }

    /** Headers that go with the problem. */
    public static void headers(Problem problem, Locale language, BiConsumer<String, String> header) {
        header.accept("Content-Language", language.getLanguage());
        header.accept("Vary", "Accept-Language");
        header.accept("Cache-Control", "no-store");
        Map<String, Object> extras = problem.extras();
        Object allow = extras.get(ALLOW);
        if (allow != null) {
            header.accept("Allow", allow.toString());
        }
        switch (problem.status()) {
            case 401 -> header.accept("WWW-Authenticate", "Bearer realm=\"vaksam\"");
            case 429, 503 ->
                header.accept(
                        "Retry-After",
                        extras.getOrDefault(RETRY_AFTER, DEFAULT_RETRY_SECONDS).toString());
            default -> {}
        }
    }
}
