package org.vaksam.records.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaksam.records.value.Json;

/** Examples are as the published schema says, and what it refuses the reader refuses too. */
class ExamplesTest {
    private static final Path MODULES = Path.of("..", "..", "modules");
    private static final Path SHARED = Path.of("..", "..", "..", "shared", "design", "examples");

    private final SchemaCheck schema = new SchemaCheck(json("/META-INF/vaksam/schema/definition-1.json"));

    /** One with everything the language has. */
    @Test
    void everythingTheLanguageHasIsInTheSchema() {
        JsonNode everything = json("/everything.definition.json");

        assertThat(schema.complaints(everything)).isEmpty();
        assertThat(DefinitionsOfTest.complaints(everything.toString())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void definitionsThatAreShippedAreAsTheSchemaSays(Path file) throws IOException {
        assertThat(schema.complaints(Json.MAPPER.readTree(Files.readAllBytes(file))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"routing\": [{\"assign\": {\"role\": \"a\", \"party\": \"reporter\"}}]",
                "\"routing\": [{\"assign\": {\"party\": \"assignee\"}}]",
                "\"routing\": [{\"notify\": [\"Some Body\"]}]",
                "\"fields\": [{\"id\": \"a\", \"type\": \"tree\", \"label\": {\"sv\": \"x\", \"en\": \"x\"}}]",
                "\"fields\": [{\"id\": \"a\", \"type\": \"photo\", \"label\": {\"sv\": \"x\", \"en\": \"x\"}, \"maxCount\": 99}]",
                "\"fields\": [{\"id\": \"a\", \"type\": \"table\", \"label\": {\"sv\": \"x\", \"en\": \"x\"}, \"columns\":"
                        + " [{\"id\": \"b\", \"type\": \"table\", \"label\": {\"sv\": \"x\", \"en\": \"x\"}}]}]",
                "\"fields\": [{\"id\": \"a\", \"type\": \"person\", \"label\": {\"sv\": \"x\", \"en\": \"x\"}, \"maxLength\": 3}]"
            })
    void whatTheSchemaRefusesTheReaderRefuses(String members) throws JsonProcessingException {
        String kind = DefinitionsOfTest.KIND.formatted(", " + members);

        assertThat(schema.complaints(Json.MAPPER.readTree(kind))).isNotEmpty();
        assertThat(DefinitionsOfTest.complaints(kind)).isNotEmpty();
    }

    private static List<Path> shipped() throws IOException {
        var files = new ArrayList<Path>();
        for (Path folder : List.of(MODULES, SHARED)) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    all.filter(file -> file.getFileName().toString().endsWith(".definition.json"))
                            .filter(file -> !file.toString().contains("target"))
                            .forEach(files::add);
                }
            }
        }
        return files;
    }

    private static JsonNode json(String resource) {
        try (InputStream stream = Objects.requireNonNull(ExamplesTest.class.getResourceAsStream(resource))) {
            return Json.MAPPER.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
