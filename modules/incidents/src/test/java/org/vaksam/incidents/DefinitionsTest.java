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
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What people see and choose is complete: both languages, a layout for every field, transitions between known states. */
class DefinitionsTest {
    private static final Path FOLDER = Path.of("src/main/resources/META-INF/vaksam/definitions");
    private static final Set<String> HEADER = Set.of(
            "title", "description", "occurredAt", "occurredUntil", "unit", "asset", "place", "severity", "photos");
    private static final Set<String> TYPES = Set.of(
            "text",
            "long-text",
            "number",
            "money",
            "date",
            "time",
            "choice",
            "boolean",
            "people",
            "tree",
            "table",
            "unit");

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
            assertChoices(field.path("choices"));
            for (JsonNode column : field.path("columns")) {
                assertLabel(column.path("label"));
                assertChoices(column.path("choices"));
            }
        }
        definition("report.definition.json")
                .path("fields")
                .forEach(field -> own.add(field.path("id").asText()));
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

    @ParameterizedTest
    @FieldSource("FILES")
    void whatWasImportedOrPublishedByOthersTroublesNobody(String file) throws IOException {
        for (String section : List.of("routing", "deadlines")) {
            for (JsonNode part : definition(file).path(section)) {
                boolean ofAState = section.equals("deadlines")
                        && !part.path("starts").asText().equals("received");
                assertThat(ofAState || part.path("when").toString().contains("\"is\":\"import\""))
                        .as(part.toString())
                        .isTrue();
            }
        }
    }

    @Test
    void transitionsLeadFromKnownStatesToKnownStates() throws IOException {
        JsonNode base = definition("report.definition.json");
        for (String file : List.of("threat-violence.definition.json", "work-injury.definition.json")) {
            assertThat(steps(definition(file))).as(file).isEqualTo(steps(base));
        }
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

    /** A kind with steps of its own has the same ways as all others. */
    private static List<String> steps(JsonNode definition) {
        return StreamSupport.stream(definition.path("transitions").spliterator(), false)
                .map(step -> step.path("id").asText() + step.path("from") + step.path("to") + step.path("requires"))
                .toList();
    }

    private static void assertChoices(JsonNode choices) {
        for (JsonNode choice : choices) {
            assertLabel(choice.path("label"));
            assertChoices(choice.path("choices"));
        }
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
