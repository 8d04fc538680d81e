package org.vaksam.records.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vaksam.records.value.Json;
import org.vaksam.spi.records.RecordTypes.FieldType;

/** The published schema and the reader know the same keys. */
class DefinitionSchemaTest {
    private final JsonNode schema = read();

    @Test
    void theSameKeysEverywhere() {
        assertThat(keys(schema)).containsExactlyInAnyOrderElementsOf(DefinitionFile.KEYS);
        assertThat(keys("field")).containsExactlyInAnyOrderElementsOf(FieldReader.COMMON);
        assertThat(keys("state")).containsExactlyInAnyOrderElementsOf(ProcessReader.STATE);
        assertThat(keys("transition")).containsExactlyInAnyOrderElementsOf(ProcessReader.TRANSITION);
        assertThat(keys("route")).containsExactlyInAnyOrderElementsOf(RouteReader.KEYS);
        assertThat(keys("deadline")).containsExactlyInAnyOrderElementsOf(DeadlineReader.KEYS);
        assertThat(keys("effect")).containsExactlyInAnyOrderElementsOf(EffectReader.KEYS);
        assertThat(keys("column")).containsExactlyInAnyOrderElementsOf(FieldReader.COLUMN);
        assertThat(keys("retention")).containsExactlyInAnyOrderElementsOf(RetentionRule.KEYS);
        assertThat(keys(schema.at("/$defs/condition/oneOf/3")))
                .containsAll(ConditionReader.OPERATORS)
                .hasSize(ConditionReader.OPERATORS.size() + 1);
    }

    @Test
    void theSameTypesOfFieldsWithTheSameKeys() {
        var types = new ArrayList<String>();
        for (JsonNode variant : schema.at("/$defs/field/oneOf")) {
            String name = variant.at("/properties/type/const").asText();
            types.add(name);
            var expected = new ArrayList<String>(FieldReader.PARTICULAR.getOrDefault(type(name), List.of()));
            expected.add("type");
            assertThat(keys(variant)).as(name).containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(types).hasSize(FieldType.values().length);
    }

    private static FieldType type(String name) {
        for (FieldType type : FieldType.values()) {
            if (FieldReader.name(type).equals(name)) {
                return type;
            }
        }
        throw new AssertionError(name);
    }

    private List<String> keys(String definition) {
        return keys(schema.path("$defs").path(definition));
    }

    private static List<String> keys(JsonNode object) {
        var names = new ArrayList<String>();
        object.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode read() {
        String path = "/META-INF/vaksam/schema/definition-1.json";
        try (InputStream stream = Objects.requireNonNull(DefinitionSchemaTest.class.getResourceAsStream(path))) {
            return Json.MAPPER.readTree(stream);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
