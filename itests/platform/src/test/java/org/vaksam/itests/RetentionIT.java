package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.PoliceEvents;
import org.vaksam.itests.support.Rest;
import org.vaksam.testkit.Waiting;

/** Records whose time is over go everywhere, each whole or not at all, also when the power goes; the journal holds. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RetentionIT {
    private static final String REPORTS = "/api/incidents/reports";
    private static final int EVENTS = 600;
    private static final String NAME = "Åsa Öberg";

    private static PostgreSqlServer server;
    private static Distribution vaksam;
    private static Rest rest;
    private static String held = "";
    private static String old = "";
    private static String young = "";
    private static String run = "";

    @BeforeAll
    static void recordsOfElevenYearsAgo() {
        server = new PostgreSqlServer();
        vaksam = Work.distribution(RetentionIT.class);
        server.configure(vaksam);
        vaksam.start();
        rest = vaksam.rest();
        rest.install("incidents");
        rest.importFile(
                "incidents.police-events", PoliceEvents.generated(vaksam.data().resolve("events.jsonl.gz"), EVENTS));
        old = report();
        held = report();
        server.sql("UPDATE vaksam.record SET created_at = created_at - INTERVAL '11 years'");
        young = report();
    }

    @AfterAll
    static void stop() {
        vaksam.close();
        server.close();
    }

    @Test
    @Order(1)
    void thePreviewNamesWhatIsDueAndWhatIsHeld() {
        assertThat(preview().path("records").asInt()).as("no rule yet").isZero();
        rest.get("/api/retention/rules").expect(200).json().path("items").forEach(kind -> rest.put(
                        "/api/retention/rules/" + kind.path("type").asText() + "/"
                                + kind.path("kind").asText(),
                        "{\"keep\":\"P10Y\",\"from\":\"created\",\"rule\":\"exact\"}")
                .expect(200));
        rest.put("/api/retention/holds/" + held, "{\"reason\":\"Tvist\"}").expect(200);

        JsonNode preview = preview();

        assertThat(preview.path("records").asInt()).isEqualTo(EVENTS + 1);
        assertThat(preview.path("due").asInt()).isEqualTo(EVENTS + 1);
        assertThat(preview.path("held").asInt()).isEqualTo(1);
        assertThat(rest.get("/api/retention/preview/list").expect(200).text()).contains("Stulen cykel");
        Rest.anonymous(vaksam.url()).get("/api/retention/preview").expect(401);
    }

    @Test
    @Order(2)
    void aRunThatIsKilledUnderWayIsFinishedAfterwards() {
        JsonNode preview = preview();
        rest.post("/api/retention/runs", "{\"on\":\"" + today() + "\",\"hash\":\"" + "0".repeat(64) + "\"}")
                .expect(409);
        run = rest.post(
                        "/api/retention/runs",
                        "{\"on\":\"" + today() + "\",\"hash\":\""
                                + preview.path("hash").asText() + "\"}")
                .expect(202)
                .json()
                .path("id")
                .asText();
        Waiting.until(() -> done() > 40, "the run to be under way");
        vaksam.kill();
        assertThat(done()).as("killed under way").isLessThan(EVENTS);
        assertThat(halfRemoved()).isZero();

        vaksam.start();
        Waiting.until(
                () -> server.sql("SELECT COUNT(*) FROM vaksam.retention_run WHERE ended_at IS NOT NULL") == 1,
                "the rest");

        JsonNode records =
                rest.get("/api/retention/runs/" + run).expect(200).json().path("records");
        assertThat(records.path("deleted").asInt()).isEqualTo(EVENTS + 1);
        assertThat(records.path("planned").asInt()).isZero();
        assertThat(halfRemoved()).isZero();
    }

    @Test
    @Order(3)
    void whatIsHeldOrYoungIsThereAndTheIndexForgetsTheRest() {
        rest.get(REPORTS + "/" + old).expect(404);
        rest.get(REPORTS + "/" + held).expect(200);
        rest.get(REPORTS + "/" + young).expect(200);
        Waiting.until(
                () -> rest.get(REPORTS + "?limit=1")
                                .expect(200)
                                .json()
                                .path("total")
                                .asInt()
                        == 2,
                "the index to forget");
        assertThat(rest.delete(REPORTS + "/" + held, "If-Match", "*").status()).isEqualTo(409);
    }

    @Test
    @Order(4)
    void theProtocolIsKeptAndTheJournalHoldsWithoutTheContent() {
        String protocol =
                rest.get("/api/retention/runs/" + run + "/protocol").expect(200).text();
        assertThat(protocol.lines().filter(line -> line.contains("deleted"))).hasSize(EVENTS + 1);
        assertThat(protocol).doesNotContain(NAME);
        assertThat(server.sql("SELECT COUNT(*) FROM vaksam.journal WHERE subject = '" + old + "'"))
                .isGreaterThan(2);
        assertThat(server.sql("SELECT COUNT(*) FROM vaksam.journal WHERE subject = '" + old + "' AND data LIKE '%"
                        + NAME + "%'"))
                .isZero();
        assertThat(server.sql("SELECT COUNT(*) FROM vaksam.journal WHERE subject = '" + young + "' AND data LIKE '%"
                        + NAME + "%'"))
                .isPositive();
        var verified = vaksam.command("journal", "verify");
        assertThat(verified.exitCode()).as(verified.output()).isZero();
    }

    @Test
    @Order(5)
    void contentThatIsTakenAwayWithoutTheJournalSayingSoIsFound() {
        server.sql("UPDATE vaksam.journal SET data = '', digest = encode(sha256(convert_to('32:' || salt ||"
                + " octet_length(convert_to(data, 'UTF8')) || ':' || data, 'UTF8')), 'hex'), salt = NULL"
                + " WHERE subject = '" + young + "'");

        var verified = vaksam.command("journal", "verify");

        assertThat(verified.exitCode()).as(verified.output()).isEqualTo(1);
        assertThat(verified.output()).contains("was emptied").doesNotContain("was changed");
    }

    private static String report() {
        return rest.post(REPORTS, "{\"kind\":\"theft\",\"title\":\"Stulen cykel, " + NAME + "\"}")
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static JsonNode preview() {
        return rest.get("/api/retention/preview?on=" + today()).expect(200).json();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Stockholm"));
    }

    private static long done() {
        return server.sql("SELECT COUNT(*) FROM vaksam.retention_item WHERE outcome <> 'PLANNED'");
    }

    /** Records that are on record as removed and are there, or the other way round, or left content in the journal. */
    private static long halfRemoved() {
        return server.sql("SELECT COUNT(*) FROM vaksam.retention_item i WHERE (outcome = 'DELETED') ="
                        + " EXISTS (SELECT 1 FROM vaksam.record r WHERE r.id = i.record)")
                + server.sql(
                        "SELECT COUNT(*) FROM vaksam.retention_item i JOIN vaksam.journal j ON j.subject = i.record"
                                + " WHERE outcome = 'DELETED' AND j.action = 'record.created' AND j.data <> ''");
    }
}
