package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.Rest;

/** What is secret in a record comes out of no door of the running platform, and of no copy that is released of it. */
class SecrecyIT {
    private static final String REPORTS = "/api/incidents/reports";
    private static final String PASSWORD = "fyra gröna hästar på rad";
    private static final String RECORD =
            """
            {"kind":"burglary","title":"Hemlig tulpan","description":"Hemlig lilja hos Karin Ek","severity":4,
             "category":"hemlig-ros","occurredAt":"2026-03-04T05:06:07Z",
             "place":{"name":"Hemlig nejlika","latitude":61.25,"longitude":17.5},
             "secretFields":{"title":"OSL 21:1","description":"OSL 26:1","severity":"OSL 18:1","category":"OSL 18:1",
               "occurredAt":"OSL 18:1","place":"OSL 21:3"}}""";

    private static Distribution vaksam;
    private static Rest operator;
    private static Rest reader;
    private static Rest handler;
    private static String record = "";

    @BeforeAll
    static void fill() {
        vaksam = Work.distribution(SecrecyIT.class).start();
        operator = vaksam.rest();
        operator.install("incidents");
        record = REPORTS + "/"
                + operator.post(REPORTS, RECORD).expect(201).json().path("id").asText();
        reader = person("reader", "incidents:reader");
        handler = person("handler", "incidents:handler");
    }

    @AfterAll
    static void stop() {
        vaksam.close();
    }

    @Test
    void noDoorTellsAReaderWhatIsSecret() {
        operator.patch(record, "{\"assignee\":\"reader\"}", "If-Match", "*").expect(200);
        String id = record.substring(REPORTS.length() + 1);
        for (String address : List.of(
                record,
                "/api/records/" + id,
                record + "/history",
                record + "/secrecy",
                REPORTS + "?sort=title",
                "/api/search?q=",
                "/api/insight/cube?dimensions=severity,category,place",
                "/api/insight/cube?dimensions=month,day",
                "/api/insight/facets?fields=severity,category,place,month",
                "/api/insight/map?zoom=5&bbox=10,55,25,70")) {
            String body = reader.get(address).expect(200).text();
            assertThat(body).as(address).doesNotContainIgnoringCase("hemlig", "61.25", "2026-03", "Karin");
        }
        JsonNode read = reader.get(record).expect(200).json();
        assertThat(read.path("withheld")).hasSize(6);
        assertThat(read.at("/secretFields/place").asText()).isEqualTo("OSL 21:3");
    }

    @Test
    void nobodyFindsOrCountsARecordByWhatIsSecretInIt() {
        for (Rest anybody : List.of(reader, operator)) {
            for (String filter : List.of(
                    "q=tulpan",
                    "q=lilj*",
                    "q=%22hemlig%20nejlika%22",
                    "severity=4",
                    "category=hemlig-ros",
                    "place=Hemlig%20nejlika",
                    "month=2026-03",
                    "occurredAt=2026-03-01..2026-03-31",
                    "bbox=17,61,18,62")) {
                JsonNode list = anybody.get(REPORTS + "?" + filter).expect(200).json();
                assertThat(list.path("total").asInt()).as(filter).isZero();
                JsonNode search =
                        anybody.get("/api/search?" + filter).expect(200).json();
                assertThat(search.path("total").asInt()).as(filter).isZero();
                JsonNode cube = anybody.get("/api/insight/cube?dimensions=kind&" + filter)
                        .expect(200)
                        .json();
                assertThat(cube.path("total").asInt()).as(filter).isZero();
            }
        }
    }

    @Test
    void whoMayReadsItAndLeavesATrace() {
        assertThat(operator.get(record).expect(200).json().path("title").asText())
                .isEqualTo("Hemlig tulpan");
        JsonNode journal =
                operator.get("/api/journal?action=record.read").expect(200).json();
        assertThat(journal.toString()).contains(record.substring(REPORTS.length() + 1));
    }

    @Test
    void onlyWhoMaySetsAndLiftsSecrecy() {
        String other = REPORTS + "/"
                + operator.post(REPORTS, "{\"kind\":\"burglary\",\"title\":\"Annan\"}")
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
        String mark = "{\"secretFields\":{\"title\":\"OSL 21:1\"},\"reason\":\"Prövat\"}";
        handler.patch(other, mark, "If-Match", "*").expect(403);
        operator.patch(other, mark, "If-Match", "*").expect(200);
        handler.patch(other, "{\"title\":\"Ny\"}", "If-Match", "*").expect(422);
        operator.patch(other, "{\"secretFields\":{\"title\":null},\"reason\":\"Prövat igen\"}", "If-Match", "*")
                .expect(200);
        handler.patch(other, "{\"title\":\"Ny\"}", "If-Match", "*").expect(200);
    }

    @Test
    void aCopyForThePublicHoldsNothingThatIsMasked() {
        String order =
                """
                {"recipient":"En tidning","masks":[{"text":"karin ek","ground":"OSL 21:1"}],
                 "unmask":{"description":"Samtycke"}}""";
        handler.post(record + "/releases", order, "If-Match", "*").expect(403);
        JsonNode made = operator.post(record + "/releases", order, "If-Match", "*")
                .expect(201)
                .json();
        String copy = record + "/releases/" + made.path("id").asText();
        String html = operator.get(copy).expect(200).text();
        assertThat(html)
                .contains("Hemlig lilja hos", "OSL 21:3")
                .doesNotContainIgnoringCase("tulpan", "nejlika", "61.25", "Karin", "En tidning");
        handler.get(copy).expect(403);
        assertThat(handler.get(record + "/releases")
                        .expect(200)
                        .json()
                        .at("/items/0/recipient")
                        .asText())
                .isEqualTo("En tidning");
        assertThat(operator.get("/api/journal?action=record.released")
                        .expect(200)
                        .json()
                        .toString())
                .contains(made.path("sha256").asText())
                .doesNotContainIgnoringCase("karin");
    }

    @Test
    void groundsToChooseFrom() {
        JsonNode grounds =
                reader.get("/api/records/secrecy-grounds").expect(200).json();
        assertThat(grounds.at("/items/0/ground").asText()).startsWith("OSL ");
        assertThat(grounds.at("/items/0/title/en").asText()).isNotEmpty();
    }

    /** A new account that holds a token with this role, everywhere. */
    private static Rest person(String name, String role) {
        operator.post(
                        "/api/accounts",
                        "{\"username\":\"" + name + "\",\"name\":\"" + name + "\",\"password\":\"" + PASSWORD
                                + "\",\"roles\":[\"administrator\"]}")
                .expect(201);
        Rest anonymous = Rest.anonymous(vaksam.url());
        var session = anonymous
                .post("/api/session", "{\"username\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}")
                .expect(200);
        String cookie = session.header("Set-Cookie").split(";")[0];
        String token = anonymous
                .post(
                        "/api/tokens",
                        "{\"name\":\"test\",\"permissions\":[\"*\"]}",
                        "Cookie",
                        cookie,
                        "X-CSRF-Token",
                        session.json().path("csrf").asText())
                .expect(201)
                .json()
                .path("token")
                .asText();
        String id = session.json().at("/account/id").asText();
        operator.patch("/api/accounts/" + id, "{\"roles\":[\"" + role + "\"]}").expect(200);
        return Rest.with(vaksam.url(), token);
    }
}
