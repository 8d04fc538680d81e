package org.vaksam.insight.view;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vaksam.insight.view.SavedView.Content;
import org.vaksam.spi.web.Input;

/** The view in the body of a request; all that is wrong is said at once. */
final class ViewInput {
    private static final Set<String> SHAPES = Set.of("list", "map", "analysis");
    private static final Pattern SORT = Pattern.compile("|-?[A-Za-z]{1,40}");
    private static final Pattern COLUMN = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final int MOST_COLUMNS = 20;

    private ViewInput() {}

    static Content read(@Nullable Map<String, @Nullable Object> body) {
        var input = Input.of(body, "name", "type", "query", "columns", "sort", "shape", "role", "unit");
        var content = new Content(
                input.requiredLine("name", 100),
                input.requiredLine("type", 100),
                input.line("query", 2_000).orElse(""),
                input.texts("columns", MOST_COLUMNS, 100),
                input.line("sort", 50).orElse(""),
                input.word("shape", SHAPES).orElse("list"),
                input.line("role", 100),
                input.line("unit", 100));
        if (!SORT.matcher(content.sort()).matches()) {
            input.wrong(
                    "sort",
                    "Skriv som i adresser, till exempel -occurredAt.",
                    "Write as in addresses, such as -occurredAt.");
        }
        if (!columnsFit(content.columns())) {
            input.wrong(
                    "columns", "Innehåller något som inte är en kolumn.", "Contains something that is not a column.");
        }
        input.check();
        return content;
    }

    private static boolean columnsFit(List<String> columns) {
        return columns.stream().allMatch(column -> COLUMN.matcher(column).matches());
    }
}
