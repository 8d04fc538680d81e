package org.vaksam.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What people see and choose is complete: both languages, a layout for every field, transitions between known states. */
class DefinitionsTest {
    private static final Path FOLDER = Path.of("src/main/resources/META-INF/vaksam/definitions");
    private static final Set<String> HEADER =
            Set.of("title", "description", "occurredAt", "unit", "asset", "place", "severity", "assignee");
    private static final Set<String> TYPES =
            Set.of("text", "long-text", "number", "money", "date", "time", "choice", "boolean", "people");

    static final List<String> FILES = files();

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everyKindHasItsDefinition() throws IOException {
        var kinds = new HashSet<String>();
        for (String file : FILES) {
            JsonNode definition = definition(file);
            if (definition.has("kind")) {
                assertThat(file).isEqualTo(definition.path("kind").asText() + ".definition.json");
                kinds.add(definition.path("kind").asText());
            }
        }
        assertThat(kinds).containsExactlyInAnyOrderElementsOf(Kinds.ALL);
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void fieldsAreInTheLayoutAndLabelled(String file) throws IOException {
        JsonNode definition = definition(file);
        assertThat(definition.path("type").asText()).isEqualTo("incidents.report");
        assertLabel(definition.path("title"));
        var own = new HashSet<String>();
        for (JsonNode field : definition.path("fields")) {
            assertThat(own.add(field.path("id").asText())).isTrue();
            assertLabel(field.path("label"));
            assertThat(TYPES).contains(field.path("type").asText());
            field.path("choices").forEach(choice -> assertLabel(choice.path("label")));
        }
        // the engine puts the fields of the base in front
        own.add("sourceUrl");
        var shown = new HashSet<String>();
        for (JsonNode group : definition.path("layout")) {
            assertLabel(group.path("group"));
            group.path("fields").forEach(field -> assertThat(shown.add(field.asText()))
                    .as(field.asText())
                    .isTrue());
        }
        assertThat(shown).containsAll(own);
        shown.removeAll(own);
        assertThat(HEADER).containsAll(shown);
    }

    @Test
    void transitionsLeadFromKnownStatesToKnownStates() throws IOException {
        JsonNode base = definition("report.definition.json");
        var states = new HashSet<String>();
        base.path("states").forEach(state -> states.add(state.path("id").asText()));
        var reached = new HashSet<>(Set.of(base.path("initial").asText()));
        for (JsonNode transition : base.path("transitions")) {
            assertLabel(transition.path("label"));
            transition.path("from").forEach(from -> assertThat(states).contains(from.asText()));
            reached.add(transition.path("to").asText());
        }
        assertThat(reached).isEqualTo(states);
    }

    private static void assertLabel(JsonNode text) {
        assertThat(text.path("sv").asText()).isNotBlank();
        assertThat(text.path("en").asText()).isNotBlank();
    }

    private JsonNode definition(String file) throws IOException {
        return json.readTree(FOLDER.resolve(file).toFile());
    }

    private static List<String> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
