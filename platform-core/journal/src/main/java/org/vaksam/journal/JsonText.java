package org.vaksam.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Details of entries as text and back. Knows values only, so that no class of a module is remembered by a mapper's caches. */
final class JsonText {
    private static final int MAX_DEPTH = 50;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JsonFactory factory = new JsonFactory();
    private final ObjectMapper mapper = new ObjectMapper();

    /** Keys in alphabetical order. */
    String write(Map<String, ?> data) {
        var text = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(text)) {
            write(generator, data, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    Map<String, Object> read(String text) {
        try {
            return mapper.readValue(text, OBJECT);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(JsonGenerator generator, @Nullable Object value, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("Details of a journal entry are nested too deeply");
        }
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof Map<?, ?> map) {
            writeObject(generator, map, depth);
        } else if (value instanceof Iterable<?> items) {
            generator.writeStartArray();
            for (Object item : items) {
                write(generator, item, depth + 1);
            }
            generator.writeEndArray();
        } else if (value instanceof Optional<?> optional) {
            write(generator, optional.isPresent() ? optional.get() : null, depth);
        } else {
            writeScalar(generator, value);
        }
    }

    private static void writeObject(JsonGenerator generator, Map<?, ?> map, int depth) throws IOException {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        generator.writeStartObject();
        for (var entry : sorted.entrySet()) {
            generator.writeFieldName(entry.getKey());
            write(generator, entry.getValue(), depth + 1);
        }
        generator.writeEndObject();
    }

    private static void writeScalar(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof BigDecimal number) {
            generator.writeNumber(number);
        } else if (value instanceof BigInteger number) {
            generator.writeNumber(number);
        } else if (value instanceof Double || value instanceof Float) {
            generator.writeNumber(((Number) value).doubleValue());
        } else if (value instanceof Number number) {
            generator.writeNumber(number.longValue());
        } else if (value instanceof Enum<?> constant) {
            generator.writeString(constant.name());
        } else if (value instanceof CharSequence || value instanceof TemporalAccessor || value instanceof UUID) {
            generator.writeString(value.toString());
        } else {
            throw new IllegalArgumentException("Details of a journal entry must be JSON values, not "
                    + value.getClass().getName());
        }
    }
}
