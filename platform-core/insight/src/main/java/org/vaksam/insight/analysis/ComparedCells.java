package org.vaksam.insight.analysis;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vaksam.insight.schema.Dimension;

/** Writes the cells of two periods side by side. The keys of each are filters that list exactly its records. */
final class ComparedCells {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private final Labels labels;
    private final List<Dimension> dimensions;
    private final List<Measure> measures;
    private final Comparison comparison;

    ComparedCells(Labels labels, List<Dimension> dimensions, List<Measure> measures, Comparison comparison) {
        this.labels = labels;
        this.dimensions = dimensions;
        this.measures = measures;
        this.comparison = comparison;
    }

    void write(JsonGenerator out, ComparedTable compared, CubeTable now, CubeTable then) throws IOException {
        out.writeArrayFieldStart("cells");
        for (ComparedTable.Row row : compared.rows()) {
            out.writeStartObject();
            writeKeys(out, row, false);
            writeMeasures(out, now, row.now());
            out.writeObjectFieldStart("previous");
            writeKeys(out, row, true);
            writeMeasures(out, then, row.then());
            out.writeEndObject();
            out.writeObjectFieldStart("change");
            for (Measure measure : measures) {
                writeChange(out, measure.name(), value(now, measure, row.now()), value(then, measure, row.then()));
            }
            out.writeEndObject();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void writeKeys(JsonGenerator out, ComparedTable.Row row, boolean previous) throws IOException {
        for (int i = 0; i < dimensions.size(); i++) {
            Dimension dimension = dimensions.get(i);
            String key = row.keys().get(i);
            String own = previous ? comparison.toThen(dimension.id(), key) : key;
            out.writeStringField(dimension.id(), labels.filterKeys(dimension).apply(own));
        }
    }

    private void writeMeasures(JsonGenerator out, CubeTable table, OptionalInt cell) throws IOException {
        for (Measure measure : measures) {
            CubeWriter.writeNumber(out, measure.name(), value(table, measure, cell));
        }
    }

    private static Optional<BigDecimal> value(CubeTable table, Measure measure, OptionalInt cell) {
        return cell.isPresent() ? table.value(measure, cell.getAsInt()) : CubeWriter.ofNothing(measure);
    }

    /** By how much, and by how many percent of what it was; null where one of them is not there or it was nothing. */
    private static void writeChange(JsonGenerator out, String name, Optional<BigDecimal> now, Optional<BigDecimal> then)
            throws IOException {
        Optional<BigDecimal> by =
                now.flatMap(value -> then.map(value::subtract)).map(Measure::plain);
        Optional<BigDecimal> percent = then.filter(before -> before.signum() != 0)
                .flatMap(before -> by.map(difference ->
                        Measure.plain(difference.multiply(HUNDRED).divide(before.abs(), 2, RoundingMode.HALF_UP))));
        out.writeObjectFieldStart(name);
        CubeWriter.writeNumber(out, "by", by);
        CubeWriter.writeNumber(out, "percent", percent);
        out.writeEndObject();
    }
}
