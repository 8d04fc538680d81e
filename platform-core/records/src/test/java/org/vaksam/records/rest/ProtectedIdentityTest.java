package org.vaksam.records.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaksam.records.engine.FakeAccess;
import org.vaksam.records.rest.Area.Answer;
import org.vaksam.records.store.OpenRecords;
import org.vaksam.spi.records.RecordSearch;

/** Whoever may not read restricted records sees of a person with a protected identity the role, through every door. */
class ProtectedIdentityTest extends SharedAreaScene {
    private static final String[] HANDLER = {
        "incidents:report:create", "incidents:report:read", "incidents:report:handle"
    };
    private static final String RECORD =
            """
            {"kind":"theft","title":"Cykel","fields":{"victim":[
              {"role":"owner","name":"Hemlig Hjort","phone":"0700-hemlig","email":"hemlig@example.org","note":"hemlig not",
               "protected":true},
              {"role":"witness","name":"Öppen Orre","protected":false}]}}""";

    @ParameterizedTest
    @CsvSource({
        "GET,   records/ID,                    '',                        true",
        "GET,   reports/ID,                    '',                        true",
        "PATCH, reports/ID,                    '{\"assignee\":\"anna\"}', true",
        "GET,   reports/ID/history,            '',                        false",
        "GET,   reports,                       '',                        false"
    })
    void everyDoorHidesTheName(String method, String path, String body, boolean opensForThoseWhoMay) {
        assertThat(through(method, path, body, HANDLER)).doesNotContainIgnoringCase("hemlig");
        assertThat(through(method, path, body, "*").contains("Hemlig Hjort")).isEqualTo(opensForThoseWhoMay);
    }

    @Test
    void theRoleAndTheOthersAreTold() {
        String id = made();
        engine.access.be(OTHER, HANDLER);
        JsonNode victims =
                area.call("GET", "reports/" + id, "").json().path("fields").path("victim");
        assertThat(victims.get(0).toString()).contains("\"role\":\"owner\"", "\"protected\":true");
        assertThat(victims.get(1).path("name").asText()).isEqualTo("Öppen Orre");
        assertThat(victims.get(1).has("protected")).isFalse();
    }

    @Test
    void otherBundlesGetNoName() {
        assertThat(new OpenRecords(engine.store).byIds(List.of(made())).toString())
                .contains("Öppen Orre")
                .doesNotContainIgnoringCase("hemlig");
    }

    @Test
    void noTableTellsTheName() {
        String id = made();
        assertThat(engine.tables
                        .rows(List.of(id), List.of("title", "fields.victim"))
                        .toString())
                .contains("Cykel", "owner", "Öppen Orre")
                .doesNotContainIgnoringCase("hemlig");
    }

    @Test
    void nobodyWritesOverWhatTheyMayNotRead() {
        String address = "reports/" + made();
        engine.access.be(OTHER, HANDLER);
        Answer refused = area.call(
                "PATCH", address, "{\"fields\":{\"victim\":[{\"role\":\"owner\",\"name\":\"x\"}]}}", "If-Match", "*");
        assertThat(refused.status()).isEqualTo(422);
        engine.access.be(OTHER, "*");
        assertThat(area.call("GET", address, "").body()).contains("Hemlig Hjort");
    }

    @Test
    void aMarkIsYesOrNo() {
        Answer refused = area.call(
                "POST",
                "reports",
                "{\"kind\":\"theft\",\"title\":\"x\",\"fields\":{\"victim\":[{\"role\":\"owner\",\"protected\":\"ja\"}]}}");
        assertThat(refused.status()).isEqualTo(422);
    }

    private String through(String method, String path, String body, String... permissions) {
        String id = made();
        RecordSearch search = query -> new RecordSearch.Page(List.of(id), 1, Optional.empty());
        area.searching.bindSearch(search);
        engine.access.be(OTHER, permissions);
        Answer answer = area.call(method, path.replace("ID", id), body, "If-Match", "*");
        area.searching.unbindSearch(search);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String made() {
        engine.access.be(FakeAccess.ANNA, "*");
        return area.call("POST", "reports", RECORD).json().path("id").asText();
    }
}
