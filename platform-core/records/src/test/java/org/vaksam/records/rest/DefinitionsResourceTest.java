package org.vaksam.records.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.records.design.Studio;
import org.vaksam.records.value.Json;
import org.vaksam.testkit.TestDatabase;

/** The way of a definition over REST: draft, differences, publication, return. */
class DefinitionsResourceTest {
    private Studio studio;
    private DraftsResource drafts;
    private DefinitionsResource definitions;

    @BeforeEach
    void start(@TempDir Path folder) {
        studio = new Studio(TestDatabase.derby(folder));
        drafts = studio.draftsResource();
        definitions = studio.definitionsResource();
    }

    @AfterEach
    void stop() {
        studio.close();
    }

    @Test
    void fromTheDraftToTheVersionInForceAndBack() throws JsonProcessingException {
        Response started = drafts.start(bytes("{\"type\": \"incidents.report\", \"kind\": \"theft\"}"));
        assertThat(started.getStatus()).isEqualTo(201);
        assertThat(started.getHeaderString("ETag")).isEqualTo("\"1\"");
        JsonNode draft = Json.MAPPER.readTree(started.getEntity().toString());
        String id = draft.path("id").asText();
        ObjectNode document = (ObjectNode) draft.path("definition");
        document.withObject("/title").put("en", "Thefts");

        assertThatThrownBy(() -> drafts.save(id, null, bytes(document.toString())))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(428));
        drafts.save(id, "\"1\"", bytes(document.toString()));

        JsonNode differences = Json.MAPPER.readTree(drafts.differences(id));
        assertThat(differences.path("differences").findValuesAsText("section")).containsExactly("title");
        assertThat(Json.MAPPER.readTree(drafts.check(id)).path("items")).isEmpty();
        assertThatThrownBy(() -> drafts.publish(id, "\"2\"", bytes("{}")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                        .singleElement()
                        .satisfies(field -> assertThat(field.field()).isEqualTo("reason")));
        JsonNode published = Json.MAPPER.readTree(drafts.publish(id, "\"2\"", bytes("{\"reason\": \"Namnet\"}")));
        assertThat(published.path("version").asInt()).isEqualTo(2);

        JsonNode inForce = Json.MAPPER.readTree(
                definitions.get("incidents.report", "theft").getEntity().toString());
        assertThat(inForce.at("/definition/title/en").asText()).isEqualTo("Thefts");
        assertThat(inForce.path("versions")).hasSize(2);
        assertThat(Json.MAPPER
                        .readTree(definitions.giveBack("incidents.report", "theft", "Åter", "\"2\""))
                        .path("version")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void recordsAreMovedAsThePreviewSaid() throws JsonProcessingException {
        studio.engine.theft();
        var draft = studio.edit(studio.draft("theft"), json -> json.put("icon", "bike"));
        drafts.publish(draft.id(), "\"2\"", bytes("{\"reason\": \"Ikon\"}"));

        JsonNode plan = Json.MAPPER.readTree(definitions.preview("incidents.report", "theft", bytes("")));
        assertThat(plan.path("records").asInt()).isEqualTo(1);
        Response ordered = definitions.move(
                "incidents.report",
                "theft",
                bytes("{\"reason\": \"Alla lika\", \"hash\": \""
                        + plan.path("hash").asText() + "\"}"));
        assertThat(ordered.getStatus()).isEqualTo(202);
        assertThat(definitions.moves("incidents.report", "theft")).contains("Alla lika");
    }

    @Test
    void theListSaysWhereEachKindComesFrom() throws JsonProcessingException {
        studio.draft("theft");
        JsonNode type = Json.MAPPER.readTree(definitions.list()).at("/items/0");
        assertThat(type.path("kinds")).hasSize(2).allSatisfy(kind -> {
            assertThat(kind.path("own").asBoolean()).isFalse();
            assertThat(kind.path("module").asBoolean()).isTrue();
        });
        assertThat(type.at("/kinds/0/draft/updatedBy").asText()).isEqualTo("Anna");
        assertThat(definitions.words("incidents.report")).contains("incidents:report:handle");
        assertThat(definitions.words("nothing")).contains("\"roles\":[]");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
