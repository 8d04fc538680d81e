package org.vaksam.records.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.text.Text;
import org.vaksam.records.engine.FakeAccess;
import org.vaksam.records.rest.Area.Answer;
import org.vaksam.records.store.OpenRecords;
import org.vaksam.spi.records.RecordSearch;

/** A field that is secret comes out of no door for whoever may not read it. */
class SecrecyTest extends SharedAreaScene {
    private static final String[] HANDLER = {
        "incidents:report:create", "incidents:report:read", "incidents:report:handle"
    };
    private static final String RECORD =
            """
            {"kind":"theft","title":"Hemlighet ett","description":"Hemlighet två","severity":4,
             "place":{"name":"Hemlighet tre","latitude":55.6,"longitude":13.0},"category":"Hemlighet fyra",
             "fields":{"health":"Hemlighet fem","value":1250},
             "secretFields":{"title":"OSL 21:1","description":"OSL 26:1","place":"OSL 21:3","category":"OSL 18:1",
               "severity":"OSL 18:1","value":"OSL 31:16","health":"OSL 25:1"}}""";

    @ParameterizedTest
    @CsvSource({
        "GET,   records/ID,                    '',                        true",
        "GET,   reports/ID,                    '',                        true",
        "PATCH, reports/ID,                    '{\"assignee\":\"anna\"}', true",
        "POST,  reports/ID/transitions/triage, '{\"unit\":\"PARK\"}',     true",
        "GET,   reports/ID/history,            '',                        false",
        "GET,   reports,                       '',                        false"
    })
    void everyDoorWithholdsIt(String method, String path, String body, boolean opensForThoseWhoMay) {
        assertThat(through(method, path, body, HANDLER)).doesNotContain("Hemlighet", "1250", "55.6");
        assertThat(through(method, path, body, "*").contains("Hemlighet ett")).isEqualTo(opensForThoseWhoMay);
    }

    private String through(String method, String path, String body, String... permissions) {
        engine.access.be(FakeAccess.ANNA, "*");
        String id = area.call("POST", "reports", RECORD).json().path("id").asText();
        RecordSearch search = query -> new RecordSearch.Page(List.of(id), 1, Optional.empty());
        area.searching.bindSearch(search);
        engine.access.be(OTHER, permissions);
        Answer answer = area.call(method, path.replace("ID", id), body, "If-Match", "*");
        area.searching.unbindSearch(search);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void theReaderSeesThatSomethingIsWithheldAndWhy() {
        String id = area.call("POST", "reports", RECORD).json().path("id").asText();
        engine.access.be(OTHER, HANDLER);
        JsonNode json = area.call("GET", "reports/" + id, "").json();
        assertThat(json.path("withheld"))
                .extracting(JsonNode::asText)
                .containsExactly("category", "description", "health", "place", "severity", "title", "value");
        assertThat(json.at("/secretFields/title").asText()).isEqualTo("OSL 21:1");
        assertThat(json.path("severity").isNull()).isTrue();
        assertThat(json.path("fields")).isEmpty();
        engine.access.be(OTHER, "*");
        assertThat(area.call("GET", "reports/" + id, "").json().path("withheld"))
                .isEmpty();
    }

    @Test
    void otherBundlesGetNoSecretValues() {
        String id = area.call("POST", "reports", RECORD).json().path("id").asText();
        var source = new OpenRecords(engine.store);
        assertThat(source.byIds(List.of(id)).toString()).doesNotContain("Hemlighet", "1250");
        assertThat(source.page(Optional.empty(), 1_000))
                .filteredOn(row -> row.id().equals(id))
                .singleElement()
                .isEqualTo(source.byIds(List.of(id)).get(0));
    }

    @Test
    void whatWasWrittenBeforeTheMarkIsWithheldFromTheHistory() {
        JsonNode made = area.call("POST", "reports", "{\"kind\":\"theft\",\"title\":\"Hemlighet ett\"}")
                .json();
        String address = "reports/" + made.path("id").asText();
        area.call("PATCH", address, "{\"title\":\"Hemlighet två\"}", "If-Match", "*");
        Answer marked = mark(address, "{\"title\":\"OSL 21:1\"}");
        assertThat(marked.status()).isEqualTo(200);
        area.call("PATCH", address, "{\"title\":\"Hemlighet tre\"}", "If-Match", "*");
        assertThat(area.call("GET", address + "/history", "").body())
                .contains("Hemlighet ett", "Hemlighet två")
                .doesNotContain("Hemlighet tre");

        engine.access.be(OTHER, HANDLER);
        assertThat(area.call("GET", address + "/history", "").body())
                .contains("\"title\":[]", "OSL 21:1", "Uppgift om hälsa")
                .doesNotContain("Hemlighet");
    }

    @Test
    void readingWhatIsSecretLeavesATrace() {
        String id = area.call("POST", "reports", RECORD).json().path("id").asText();
        engine.access.be(OTHER, HANDLER);
        int before = engine.journal.entries().size();
        area.call("GET", "reports/" + id, "");
        assertThat(engine.journal.entries()).hasSize(before);
        engine.access.be(OTHER, "*");
        area.call("GET", "reports/" + id, "");
        assertThat(engine.journal.last()).extracting(Journal.Entry::action).isEqualTo("record.read");
        int read = engine.journal.entries().size();
        area.call("GET", "reports/" + id + "/secrecy", "");
        area.call("GET", "reports/" + id + "/releases", "");
        assertThat(engine.journal.entries()).hasSize(read);
    }

    @Test
    void settingAndLiftingNeedAPermissionAGroundAndAReason() {
        String id = area.call("POST", "reports", "{\"kind\":\"theft\",\"title\":\"Stulen cykel\"}")
                .json()
                .path("id")
                .asText();
        String address = "reports/" + id;
        assertThat(area.call("PATCH", address, "{\"secrecy\":\"restricted\",\"reason\":\"x\"}", "If-Match", "*")
                        .status())
                .isEqualTo(422);
        String restricted = "{\"secrecy\":\"restricted\",\"secrecyGround\":\"OSL 26:1\"";
        assertThat(area.call("PATCH", address, restricted + "}", "If-Match", "*")
                        .status())
                .isEqualTo(422);
        engine.access.be(OTHER, HANDLER);
        assertThat(area.call("PATCH", address, restricted + ",\"reason\":\"Uppgift\"}", "If-Match", "*")
                        .status())
                .isEqualTo(403);
        engine.access.be(OTHER, "*");
        JsonNode now = area.call("PATCH", address, restricted + ",\"reason\":\"Uppgift\"}", "If-Match", "*")
                .json();
        assertThat(now.path("secrecyGround").asText()).isEqualTo("OSL 26:1");
        assertThat(engine.journal.last().data().toString())
                .contains("internal", "restricted", "OSL 26:1", "Uppgift")
                .doesNotContain("cykel");
        JsonNode open = area.call("PATCH", address, "{\"secrecy\":\"open\",\"reason\":\"Prövat\"}", "If-Match", "*")
                .json();
        assertThat(open.path("secrecyGround").asText()).isEmpty();
    }

    @Test
    void nobodyLiftsOrChangesWhatTheyMayNotRead() {
        String address = "reports/"
                + area.call("POST", "reports", RECORD).json().path("id").asText();
        engine.access.be(OTHER, "incidents:report:read", "incidents:report:handle", "incidents:report:secrecy");
        assertThat(mark(address, "{\"title\":null}").status()).isEqualTo(403);
        assertThat(mark(address, "{\"title\":\"OSL 26:1\"}").status()).isEqualTo(200);
        assertThat(area.call("PATCH", address, "{\"title\":\"Ny\"}", "If-Match", "*")
                        .status())
                .isEqualTo(422);
        assertThat(area.call("PATCH", address, "{\"fields\":{\"health\":null}}", "If-Match", "*")
                        .status())
                .isEqualTo(422);
        assertThat(area.call("PATCH", address, "{\"fields\":null}", "If-Match", "*")
                        .status())
                .isEqualTo(422);
        engine.access.be(OTHER, "*");
        assertThat(mark(address, "{\"title\":null}").json().path("secretFields").has("title"))
                .isFalse();
    }

    @Test
    void aDefinitionDeclaresWhatIsSecretFromTheStart() {
        String made = "{\"kind\":\"theft\",\"title\":\"Fall\",\"fields\":{\"health\":\"Bruten arm\"}";
        assertThat(area.call("POST", "reports", made + "}")
                        .json()
                        .at("/secretFields/health")
                        .asText())
                .isEqualTo("OSL 25:1");
        assertThat(area.call("POST", "reports", made + ",\"secretFields\":{\"health\":null}}")
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"unit\":\"OSL 21:1\"}",
                "{\"tilte\":\"OSL 21:1\"}",
                "{\"title\":\"\"}",
                "{\"title\":7}",
                "[]",
                "\"title\""
            })
    void marksThatMakeNoSenseAreRefused(String marks) {
        String id = area.call("POST", "reports", "{\"kind\":\"theft\",\"title\":\"Stulen cykel\"}")
                .json()
                .path("id")
                .asText();
        assertThat(mark("reports/" + id, marks).status()).isEqualTo(422);
    }

    @Test
    void theRecordTellsWhoSetItWhenAndWhy() {
        String address = "reports/"
                + area.call("POST", "reports", "{\"kind\":\"theft\",\"title\":\"Stulen cykel\"}")
                        .json()
                        .path("id")
                        .asText();
        mark(address, "{\"title\":\"OSL 21:1\"}");
        area.call("PATCH", address, "{\"description\":\"En cykel\"}", "If-Match", "*");
        JsonNode told = area.call("GET", address + "/secrecy", "").json();
        assertThat(told.at("/fields/1/field").asText()).isEqualTo("title");
        assertThat(told.at("/fields/1/ground").asText()).isEqualTo("OSL 21:1");
        assertThat(told.at("/fields/1/by").asText()).isEqualTo("Anna");
        assertThat(told.at("/fields/1/reason").asText()).isEqualTo("Uppgift om hälsa");
        assertThat(told.path("reason").isNull()).isTrue();
        assertThat(told.path("at").asText()).isNotEmpty();
    }

    @Test
    void groundsToChooseFromAreDataThatTheOperatorReplaces(@TempDir Path data) throws IOException {
        var grounds = new GroundsResource(data);
        assertThat(grounds.grounds().get("items"))
                .extracting(GroundsResource.Ground::ground)
                .contains("OSL 21:1", "OSL 26:1");
        Path file = data.resolve("secrecy-grounds.json");
        Files.writeString(file, "[{\"ground\":\"OSL 40:5\",\"title\":{\"sv\":\"Drift\",\"en\":\"Operation\"}}]");
        assertThat(grounds.grounds().get("items"))
                .containsExactly(new GroundsResource.Ground("OSL 40:5", new Text("Drift", "Operation")));
        Files.writeString(file, "no list");
        assertThat(grounds.grounds().get("items")).hasSizeGreaterThan(10);
    }

    private Answer mark(String address, String marks) {
        String body = "{\"secretFields\":" + marks + ",\"reason\":\"Uppgift om hälsa\"}";
        return area.call("PATCH", address, body, "If-Match", "*");
    }
}
