package org.vaksam.web.openapi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.vaksam.api.text.Text;

/** JSON Schemas of what resource methods take and give, read from their types; records become components. */
final class Schemas {
    private static final Map<Class<?>, Map<String, Object>> SIMPLE = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")),
            Map.entry(int.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(Integer.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(OptionalInt.class, Map.of("type", List.of("integer", "null"))),
            Map.entry(long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(Long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(OptionalLong.class, Map.of("type", List.of("integer", "null"))),
            Map.entry(BigInteger.class, Map.of("type", "integer")),
            Map.entry(double.class, Map.of("type", "number")),
            Map.entry(Double.class, Map.of("type", "number")),
            Map.entry(OptionalDouble.class, Map.of("type", List.of("number", "null"))),
            Map.entry(BigDecimal.class, Map.of("type", "number")),
            Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(OffsetDateTime.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")));

    private final Map<String, Object> components = new TreeMap<>();
    private final Map<String, Class<?>> owners = new LinkedHashMap<>();

    /** All components so far, by name. */
    Map<String, Object> components() {
        return components;
    }

    /** Adds a component that no type describes; returns the reference to it. */
    Map<String, Object> define(String name, Map<String, Object> schema) {
        components.put(name, schema);
        return reference(name);
    }

    static Map<String, Object> reference(String name) {
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    /** The schema of a type; of anything goes when the type says nothing. */
    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic(raw, arguments[arguments.length - 1]);
        }
        return type instanceof Class<?> plain ? plain(plain) : Map.of();
    }

    private Map<String, Object> generic(Class<?> raw, Type argument) {
        if (Optional.class.isAssignableFrom(raw)) {
            return nullable(of(argument));
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return Map.of("type", "array", "items", of(argument));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return Map.of("type", "object", "additionalProperties", of(argument));
        }
        return plain(raw);
    }

    static Map<String, Object> nullable(Map<String, Object> schema) {
        return schema.isEmpty() ? schema : Map.of("anyOf", List.of(schema, Map.of("type", "null")));
    }

    private Map<String, Object> plain(Class<?> type) {
        Map<String, Object> simple = SIMPLE.get(type);
        if (simple != null) {
            return simple;
        }
        if (type == Text.class) {
            return define("Text", text());
        }
        if (type.isEnum()) {
            List<String> names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
            return Map.of("type", "string", "enum", names);
        }
        if (type.isRecord()) {
            return record(type);
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray() && type != byte[].class) {
            return Map.of("type", "array");
        }
        return Map.class.isAssignableFrom(type) ? Map.of("type", "object") : Map.of();
    }

    private static Map<String, Object> text() {
        Map<String, Object> word = Map.of("type", "string");
        return Map.of("type", "object", "required", List.of("sv", "en"), "properties", Map.of("sv", word, "en", word));
    }

    private Map<String, Object> record(Class<?> type) {
        String name = nameOf(type);
        if (!components.containsKey(name)) {
            Map<String, Object> properties = new LinkedHashMap<>();
            components.put(name, Map.of("type", "object", "properties", properties));
            for (RecordComponent component : type.getRecordComponents()) {
                properties.put(component.getName(), of(component.getGenericType()));
            }
        }
        return reference(name);
    }

    private String nameOf(Class<?> type) {
        String name = type.getSimpleName();
        Class<?> owner = owners.putIfAbsent(name, type);
        return owner == null || owner == type ? name : type.getName().replace('$', '.');
    }
}
