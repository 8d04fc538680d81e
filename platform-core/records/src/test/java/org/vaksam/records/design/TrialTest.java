package org.vaksam.records.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.records.store.DraftTable.Draft;
import org.vaksam.records.value.Json;
import org.vaksam.testkit.TestDatabase;

/** A draft is tried by the rules of real records, and nothing is stored. */
@TestInstance(Lifecycle.PER_CLASS)
class TrialTest {
    private Studio studio;
    private Draft draft;

    @BeforeAll
    void start(@TempDir Path folder) {
        studio = new Studio(TestDatabase.derby(folder));
        draft = studio.draft("threat-violence");
    }

    @AfterAll
    void stop() {
        studio.close();
    }

    @Test
    void whatIsMissingIsNamedByItsLabel() throws JsonProcessingException {
        JsonNode tried = trial("{\"members\": {\"title\": \"Hot\"}}");
        assertThat(tried.at("/steps/0/ok").asBoolean()).isFalse();
        assertThat(tried.at("/steps/0/problems/0/label/en").asText()).isEqualTo("Form");
        assertThat(studio.engine.store.count()).isZero();
    }

    @Test
    void whatFollowsIsTold() throws JsonProcessingException {
        JsonNode tried = trial("{\"members\": {\"title\": \"Hot\", \"severity\": 3,"
                + " \"fields\": {\"form\": \"violence\"}}, \"transitions\": [{\"id\": \"triage\","
                + " \"members\": {\"assignee\": \"me\"}},"
                + " {\"id\": \"investigate\"}, {\"id\": \"follow-up\"}, {\"id\": \"close\"}]}");

        assertThat(tried.at("/steps/0/follows").findValuesAsText("what"))
                .containsExactly("assign", "notify", "notify", "startDeadline");
        assertThat(tried.at("/steps/0/follows/0/details/role").asText()).isEqualTo("incidents:security-coordinator");
        assertThat(tried.at("/steps/1/follows").findValuesAsText("what")).containsExactly("stopDeadline");
        assertThat(tried.at("/steps/2/follows").findValuesAsText("what")).containsExactly("createAction");
        assertThat(tried.at("/steps/3/ok").asBoolean()).isTrue();
        // closing needs a reason and finished actions
        assertThat(tried.at("/steps/4/problems").findValuesAsText("field")).containsExactly("reason", "actions");
        assertThat(tried.at("/state/id").asText()).isEqualTo("follow-up");
        assertThat(tried.at("/possible/0/missingActions/0").asText()).isEqualTo("all-done");
    }

    @Test
    void aTransitionFromElsewhereIsRefused() throws JsonProcessingException {
        JsonNode tried = trial("{\"members\": {\"title\": \"Hot\", \"fields\": {\"form\": \"threat\"}},"
                + " \"transitions\": [{\"id\": \"close\", \"reason\": \"Klart\"}]}");
        assertThat(tried.at("/steps/1/ok").asBoolean()).isFalse();
        assertThat(tried.at("/state/id").asText()).isEqualTo("received");
        assertThat(tried.at("/possible/0/missing").findValuesAsText("field")).containsExactly("severity", "assignee");
    }

    private JsonNode trial(String body) throws JsonProcessingException {
        return Json.MAPPER.readTree(studio.draftsResource().tryOut(draft.id(), body.getBytes(StandardCharsets.UTF_8)));
    }
}
