package org.vaksam.insight.analysis;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.insight.schema.Dimension;

/** Writes a cross table as JSON straight from its arrays: large tables are no trees of objects first. */
final class CubeWriter {
    private final JsonFactory json = new JsonFactory();
    private final Labels labels;
    private final List<String> types;

    CubeWriter(Labels labels, List<String> types) {
        this.labels = labels;
        this.types = types;
    }

    byte[] write(CubeTable table, List<Dimension> dimensions, List<Measure> measures) {
        var bytes = new ByteArrayOutputStream(1 << 14);
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            writeCells(out, table, dimensions, measures);
            out.writeNumberField("total", table.total());
            writeDimensions(out, table, dimensions);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void writeCells(JsonGenerator out, CubeTable table, List<Dimension> dimensions, List<Measure> measures)
            throws IOException {
        SerializedString[] names = dimensions.stream()
                .map(dimension -> new SerializedString(dimension.id()))
                .toArray(SerializedString[]::new);
        var keys = new SerializedString[names.length][];
        for (int i = 0; i < names.length; i++) {
            keys[i] = table.keys(i).stream()
                    .map(labels.filterKeys(dimensions.get(i)))
                    .map(SerializedString::new)
                    .toArray(SerializedString[]::new);
        }
        out.writeArrayFieldStart("cells");
        int[] positions = Cube.positions(measures);
        for (int cell = 0; cell < table.size(); cell++) {
            out.writeStartObject();
            for (int i = 0; i < names.length; i++) {
                out.writeFieldName(names[i]);
                out.writeString(keys[i][table.key(i, cell)]);
            }
            for (int i = 0; i < positions.length; i++) {
                writeMeasure(out, table, cell, measures.get(i), positions[i]);
            }
            out.writeEndObject();
        }
        if (names.length == 0 && table.size() == 0) {
            writeNothing(out, measures);
        }
        out.writeEndArray();
    }

    private static void writeMeasure(JsonGenerator out, CubeTable table, int cell, Measure measure, int position)
            throws IOException {
        if (position < 0) {
            out.writeNumberField(measure.name(), table.count(cell));
            return;
        }
        writeNumber(out, measure, measure.value(table.sum(position, cell), table.present(position, cell)));
    }

    private static void writeNothing(JsonGenerator out, List<Measure> measures) throws IOException {
        out.writeStartObject();
        for (Measure measure : measures) {
            writeNumber(
                    out,
                    measure,
                    measure.kind() == Measure.Kind.MEAN ? Optional.empty() : Optional.of(BigDecimal.ZERO));
        }
        out.writeEndObject();
    }

    private static void writeNumber(JsonGenerator out, Measure measure, Optional<BigDecimal> value) throws IOException {
        if (value.isPresent()) {
            out.writeNumberField(measure.name(), value.get());
        } else {
            out.writeNullField(measure.name());
        }
    }

    private void writeDimensions(JsonGenerator out, CubeTable table, List<Dimension> dimensions) throws IOException {
        out.writeArrayFieldStart("dimensions");
        for (int i = 0; i < dimensions.size(); i++) {
            Dimension dimension = dimensions.get(i);
            out.writeStartObject();
            out.writeStringField("id", dimension.id());
            writeText(out, "title", dimension.title());
            out.writeArrayFieldStart("values");
            var filterKeys = labels.filterKeys(dimension);
            for (Map.Entry<String, Text> value :
                    labels.of(dimension, table.keys(i), types).entrySet()) {
                out.writeStartObject();
                out.writeStringField("key", filterKeys.apply(value.getKey()));
                writeText(out, "label", value.getValue());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void writeText(JsonGenerator out, String name, Text text) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeStringField("sv", text.sv());
        out.writeStringField("en", text.en());
        out.writeEndObject();
    }
}
