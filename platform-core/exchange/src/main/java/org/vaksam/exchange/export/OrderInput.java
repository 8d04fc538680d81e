package org.vaksam.exchange.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;

/** What a request says of an export; everything that is wrong is said at once. Used for one request. */
final class OrderInput {
    private static final Set<String> MEMBERS = Set.of("subject", "format", "name", "parameters", "columns");
    private static final Set<String> PAGING = Set.of("limit", "cursor");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VALUE = 1_000;
    private static final int MOST_PARAMETERS = 50;
    private static final int MOST_VALUES = 100;
    private static final int MOST_COLUMNS = 200;

    private final Map<String, @Nullable Object> members;
    private final List<FieldProblem> problems = new ArrayList<>();

    OrderInput(@Nullable Map<String, @Nullable Object> body) {
        if (body == null) {
            throw Problem.badRequest(new Text("Begäran saknar innehåll.", "The request has no content."));
        }
        members = body;
        body.keySet().stream()
                .filter(member -> !MEMBERS.contains(member))
                .forEach(member -> wrong(member, "Okänt fält.", "Unknown field."));
    }

    Order order(Caller caller) {
        Optional<Export.Subject> subject = subject();
        Optional<FileFormat> format = FileFormat.of(String.valueOf(members.get("format")));
        if (format.isEmpty()) {
            wrong("format", "Ska vara csv, xlsx, geojson eller pdf.", "Must be csv, xlsx, geojson or pdf.");
        }
        if (subject.filter(Export.Subject.CUBE::equals).isPresent()
                && format.filter(FileFormat.GEOJSON::equals).isPresent()) {
            wrong("format", "En korstabell har inga platser.", "A cross table has no places.");
        }
        String name = name();
        Map<String, List<String>> parameters = parameters();
        List<String> columns = texts("columns", members.get("columns"), MOST_COLUMNS);
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return new Order(subject.orElseThrow(), format.orElseThrow(), name, parameters, columns, caller);
    }

    private Optional<Export.Subject> subject() {
        Object given = members.getOrDefault("subject", "list");
        if ("list".equals(given)) {
            return Optional.of(Export.Subject.LIST);
        }
        if ("cube".equals(given)) {
            return Optional.of(Export.Subject.CUBE);
        }
        wrong("subject", "Ska vara list eller cube.", "Must be list or cube.");
        return Optional.empty();
    }

    private String name() {
        Object given = members.get("name");
        if (given == null) {
            return "";
        }
        if (!(given instanceof String text) || text.length() > LONGEST_NAME) {
            wrong("name", "Ska vara text på högst 100 tecken.", "Must be text of at most 100 characters.");
            return "";
        }
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }

    private Map<String, List<String>> parameters() {
        Object given = members.get("parameters");
        var parameters = new LinkedHashMap<String, List<String>>();
        if (given == null) {
            return parameters;
        }
        if (!(given instanceof Map<?, ?> map) || map.size() > MOST_PARAMETERS) {
            wrong(
                    "parameters",
                    "Ska vara ett objekt med högst 50 parametrar.",
                    "Must be an object with at most 50 parameters.");
            return parameters;
        }
        map.forEach((key, values) -> {
            String name = String.valueOf(key);
            List<String> read = values instanceof String text
                    ? texts("parameters." + name, List.of(text), MOST_VALUES)
                    : texts("parameters." + name, values, MOST_VALUES);
            if (!read.isEmpty() && !PAGING.contains(name)) {
                parameters.put(name, read);
            }
        });
        return parameters;
    }

    private List<String> texts(String field, @Nullable Object given, int most) {
        if (given == null) {
            return List.of();
        }
        var texts = new ArrayList<String>();
        if (given instanceof List<?> list && list.size() <= most) {
            for (Object item : list) {
                if (item instanceof String text && text.length() <= LONGEST_VALUE) {
                    texts.add(text);
                } else {
                    wrong(
                            field,
                            "Ska bara ha texter på högst 1000 tecken.",
                            "Must hold texts of at most 1000 characters.");
                    return List.of();
                }
            }
            return texts.stream().distinct().toList();
        }
        wrong(
                field,
                "Ska vara en lista med högst " + most + " texter.",
                "Must be a list of at most " + most + " texts.");
        return List.of();
    }

    private void wrong(String field, String sv, String en) {
        String shown = field.length() > LONGEST_NAME ? field.substring(0, LONGEST_NAME) : field;
        problems.add(new FieldProblem(shown, new Text(sv, en)));
    }
}
