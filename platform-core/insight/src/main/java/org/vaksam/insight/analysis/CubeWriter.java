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
import java.util.function.IntFunction;
import org.vaksam.api.text.Text;
import org.vaksam.insight.schema.Dimension;

/** Writes a cross table as JSON straight from its arrays: large tables are no trees of objects first. */
final class CubeWriter {
    private final JsonFactory json = new JsonFactory();
    private final Labels labels;
    private final List<String> types;
    private final List<Dimension> dimensions;
    private final List<Measure> measures;

    CubeWriter(Labels labels, List<String> types, List<Dimension> dimensions, List<Measure> measures) {
        this.labels = labels;
        this.types = types;
        this.dimensions = dimensions;
        this.measures = measures;
    }

    byte[] write(CubeTable table) {
        return written(out -> {
            writeCells(out, table);
            out.writeNumberField("total", table.total());
            writeDimensions(out, table::keys);
        });
    }

    /** The present with what was beside it and how it changed. */
    byte[] write(CubeTable now, CubeTable then, Comparison comparison) {
        var compared = ComparedTable.of(dimensions, now, then, comparison);
        var cells = new ComparedCells(labels, dimensions, measures, comparison);
        return written(out -> {
            cells.write(out, compared, now, then);
            out.writeNumberField("total", now.total());
            out.writeObjectFieldStart("previous");
            out.writeStringField("occurredAt", comparison.range());
            out.writeNumberField("total", then.total());
            out.writeEndObject();
            writeDimensions(out, i -> compared.keys(dimensions.get(i), i));
        });
    }

    /** The measures of nothing: no records, a sum of nothing, and no mean. */
    static Optional<BigDecimal> ofNothing(Measure measure) {
        return switch (measure.kind()) {
            case COUNT, SUM -> Optional.of(BigDecimal.ZERO);
            case SHARE, MEAN, PERCENTILE -> Optional.empty();
        };
    }

    static void writeNumber(JsonGenerator out, String name, Optional<BigDecimal> value) throws IOException {
        if (value.isPresent()) {
            out.writeNumberField(name, value.get());
        } else {
            out.writeNullField(name);
        }
    }

    /** The members of the answer. */
    private interface Members {
        void write(JsonGenerator out) throws IOException;
    }

    private byte[] written(Members members) {
        var bytes = new ByteArrayOutputStream(1 << 14);
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            members.write(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void writeCells(JsonGenerator out, CubeTable table) throws IOException {
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
        for (int cell = 0; cell < table.size(); cell++) {
            out.writeStartObject();
            for (int i = 0; i < names.length; i++) {
                out.writeFieldName(names[i]);
                out.writeString(keys[i][table.key(i, cell)]);
            }
            for (Measure measure : measures) {
                writeNumber(out, measure.name(), table.value(measure, cell));
            }
            out.writeEndObject();
        }
        if (names.length == 0 && table.size() == 0) {
            out.writeStartObject();
            for (Measure measure : measures) {
                writeNumber(out, measure.name(), ofNothing(measure));
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void writeDimensions(JsonGenerator out, IntFunction<List<String>> keys) throws IOException {
        out.writeArrayFieldStart("dimensions");
        for (int i = 0; i < dimensions.size(); i++) {
            Dimension dimension = dimensions.get(i);
            out.writeStartObject();
            out.writeStringField("id", dimension.id());
            writeText(out, "title", dimension.title());
            out.writeArrayFieldStart("values");
            var filterKeys = labels.filterKeys(dimension);
            for (Map.Entry<String, Text> value :
                    labels.of(dimension, keys.apply(i), types).entrySet()) {
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
