package org.vaksam.insight.view;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.insight.view.SavedView.Content;

/** The view in the body of a request; all that is wrong is said at once. */
final class ViewInput {
    private static final Set<String> MEMBERS =
            Set.of("name", "type", "query", "columns", "sort", "shape", "role", "unit");
    private static final Set<String> SHAPES = Set.of("list", "map", "analysis");
    private static final Pattern SORT = Pattern.compile("|-?[A-Za-z]{1,40}");
    private static final Pattern COLUMN = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final int MOST_COLUMNS = 20;

    private final Map<String, @Nullable Object> body;
    private final List<FieldProblem> problems = new ArrayList<>();

    private ViewInput(Map<String, @Nullable Object> body) {
        this.body = body;
    }

    static Content read(@Nullable Map<String, @Nullable Object> body) {
        if (body == null) {
            throw Problem.badRequest(new Text("Begäran saknar innehåll.", "The request has no content."));
        }
        return new ViewInput(body).content();
    }

    private Content content() {
        body.keySet().stream()
                .filter(member -> !MEMBERS.contains(member))
                .forEach(member -> wrong(member, "Okänt fält.", "Unknown field."));
        var content = new Content(
                required("name", 100),
                required("type", 100),
                text("query", 2_000),
                columns(),
                text("sort", 50),
                text("shape", 20).isEmpty() ? "list" : text("shape", 20),
                optional("role"),
                optional("unit"));
        if (!SORT.matcher(content.sort()).matches()) {
            wrong(
                    "sort",
                    "Skriv som i adresser, till exempel -occurredAt.",
                    "Write as in addresses, such as -occurredAt.");
        }
        if (!SHAPES.contains(content.shape())) {
            wrong("shape", "Ska vara list, map eller analysis.", "Must be list, map or analysis.");
        }
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return content;
    }

    private String required(String member, int longest) {
        String text = text(member, longest);
        if (text.isEmpty()
                && problems.stream().noneMatch(problem -> problem.field().equals(member))) {
            wrong(member, "Måste anges.", "Is required.");
        }
        return text;
    }

    private Optional<String> optional(String member) {
        return Optional.of(text(member, 100)).filter(text -> !text.isEmpty());
    }

    private String text(String member, int longest) {
        Object value = body.get(member);
        if (value == null) {
            return "";
        }
        if (!(value instanceof String text)
                || text.length() > longest
                || text.codePoints().anyMatch(ViewInput::isUnprintable)) {
            wrong(
                    member,
                    "Ska vara en rad med högst " + longest + " tecken.",
                    "Must be one line of at most " + longest + " characters.");
            return "";
        }
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }

    private List<String> columns() {
        Object value = body.get("columns");
        if (value == null) {
            return List.of();
        }
        boolean fits = value instanceof List<?> list
                && list.size() <= MOST_COLUMNS
                && list.stream()
                        .allMatch(item -> item instanceof String name
                                && COLUMN.matcher(name).matches());
        if (!fits) {
            wrong("columns", "Ska vara en lista med högst 20 kolumner.", "Must be a list of at most 20 columns.");
            return List.of();
        }
        var columns = new LinkedHashSet<String>();
        ((List<?>) value).forEach(item -> columns.add(String.valueOf(item)));
        return List.copyOf(columns);
    }

    private void wrong(String member, String sv, String en) {
        problems.add(new FieldProblem(member, new Text(sv, en)));
    }

    private static boolean isUnprintable(int letter) {
        return Character.isISOControl(letter) || Character.getType(letter) == Character.SURROGATE;
    }
}
