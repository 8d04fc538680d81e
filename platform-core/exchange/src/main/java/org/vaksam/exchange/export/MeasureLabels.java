package org.vaksam.exchange.export;

import java.util.List;
import org.vaksam.api.text.Text;
import org.vaksam.spi.exchange.TableColumn;

/** What people call the measures of a cross table. */
record MeasureLabels(CubeAnswer cube, List<TableColumn> columns) {
    Text of(String measure) {
        Text told = cube.titles().get(measure);
        if (told != null) {
            return told;
        }
        int colon = measure.indexOf(':');
        String field = measure.substring(colon + 1);
        Text name = columns.stream()
                .filter(column -> column.id().equals(field))
                .map(TableColumn::label)
                .findFirst()
                .orElse(Text.same(field));
        return switch (colon < 0 ? measure : measure.substring(0, colon)) {
            case "count" -> new Text("Antal", "Records");
            case "sum" -> new Text("Summa " + name.sv(), "Sum of " + name.en());
            case "mean" -> new Text("Medel " + name.sv(), "Mean of " + name.en());
            case "median" -> new Text("Median " + name.sv(), "Median of " + name.en());
            default -> Text.same(measure);
        };
    }
}
