package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.vaksam.itests.support.Answer;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.Rest;
import org.vaksam.testkit.Waiting;

/** What somebody has to do is done, told and escalated exactly once, also when the power goes and the time passes meanwhile. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ActionsIT {
    private static final String REPORTS = "/api/incidents/reports";
    private static final String PASSWORD = "fyra gröna hästar på rad";

    private static PostgreSqlServer server;
    private static Distribution vaksam;
    private static Rest operator;
    private static Person anna;
    private static Person berit;
    private static String record = "";

    /** Somebody with a token, and the headers of a session. */
    private record Person(String id, Rest rest, String cookie, String csrf) {}

    @BeforeAll
    static void aReport() {
        server = new PostgreSqlServer();
        vaksam = Work.distribution(ActionsIT.class);
        server.configure(vaksam);
        vaksam.start();
        operator = vaksam.rest();
        operator.install("incidents");
        anna = person("anna");
        berit = person("berit");
        record = operator.post(REPORTS, "{\"kind\":\"theft\",\"title\":\"Stulen cykel\"}")
                .expect(201)
                .json()
                .path("id")
                .asText();
        operator.patch(REPORTS + "/" + record, "{\"assignee\":\"" + anna.id() + "\"}", "If-Match", "*")
                .expect(200);
    }

    @AfterAll
    static void stop() {
        vaksam.close();
        server.close();
    }

    @Test
    @Order(1)
    void anActionIsVerifiedBySomebodyWhoDidNotDoIt() {
        String body = "{\"record\":\"" + record + "\",\"title\":\"Byt lås\",\"responsible\":\"" + anna.id()
                + "\",\"due\":\"2099-12-01\",\"cost\":\"1250.50\",\"state\":\"decided\"}";
        JsonNode made = berit.rest()
                .post("/api/actions", body, "Idempotency-Key", "one")
                .expect(201)
                .json();
        JsonNode again = berit.rest()
                .post("/api/actions", body, "Idempotency-Key", "one")
                .expect(201)
                .json();
        assertThat(again.path("id")).isEqualTo(made.path("id"));
        assertThat(made.path("cost").asText()).isEqualTo("1250.5");

        String address = "/api/actions/" + made.path("id").asText();
        assertThat(anna.rest().get("/api/actions?mine=true").expect(200).json().path("items"))
                .hasSize(1);
        anna.rest().post(address + "/steps", "{\"step\":\"finish\"}").expect(428);
        Answer done = anna.rest()
                .post(address + "/steps", "{\"step\":\"finish\"}", "If-Match", "\"1\"")
                .expect(200);
        anna.rest()
                .post(address + "/steps", "{\"step\":\"verify\"}", "If-Match", done.header("ETag"))
                .expect(409);
        JsonNode verified = berit.rest()
                .post(address + "/steps", "{\"step\":\"verify\"}", "If-Match", done.header("ETag"))
                .expect(200)
                .json();
        assertThat(verified.path("state").asText()).isEqualTo("verified");
        assertThat(history()).contains("action.created", "action.done", "action.verified");
    }

    @Test
    @Order(2)
    void theCalendarIsReadThroughItsLinkUntilThatIsRevoked() {
        berit.rest()
                .post(
                        "/api/actions",
                        "{\"record\":\"" + record + "\",\"title\":\"Ring, polisen; i dag\",\"responsible\":\""
                                + anna.id() + "\",\"due\":\""
                                + LocalDate.now(ZoneId.of("Europe/Stockholm")).plusDays(3)
                                + "\",\"state\":\"decided\"}")
                .expect(201);
        anna.rest().post("/api/calendar/feed", "").expect(403);
        Rest anonymous = Rest.anonymous(vaksam.url());
        String[] session = {"Cookie", anna.cookie(), "X-CSRF-Token", anna.csrf()};
        String path = anonymous
                .post("/api/calendar/feed", "", session)
                .expect(201)
                .json()
                .path("path")
                .asText();

        Answer feed = anonymous.get(path).expect(200);
        assertThat(feed.header("Content-Type")).startsWith("text/calendar");
        assertThat(feed.text()).contains("BEGIN:VEVENT", "SUMMARY:Action: Ring\\, polisen\\; i dag");
        anonymous.get(path, "If-None-Match", feed.header("ETag")).expect(304);
        anonymous.get("/api/calendar").expect(401);
        anonymous.delete("/api/calendar/feed", session).expect(204);
        anonymous.get(path).expect(404);
    }

    @Test
    @Order(3)
    void whatFallsDueWhileThePlatformIsOffIsMissedAndToldOnce() {
        JsonNode deadlines =
                operator.get("/api/deadlines?record=" + record).expect(200).json();
        assertThat(deadlines.path("items")).as("the process starts a clock").isNotEmpty();
        String deadline = deadlines.at("/items/0/id").asText();
        assertThat(deadlines.at("/items/0/state").asText()).isEqualTo("running");

        vaksam.kill();
        server.sql("UPDATE vaksam.deadline SET due_at = due_at - INTERVAL '30 days'");
        server.sql("UPDATE vaksam.work_alarm SET planned_at = planned_at - INTERVAL '30 days',"
                + " rings_at = rings_at - INTERVAL '30 days'");
        vaksam.start();
        Waiting.until(() -> state(deadline).equals("missed"), "the deadline to be missed");
        vaksam.kill();
        vaksam.start();
        Waiting.until(
                () -> server.sql("SELECT COUNT(*) FROM vaksam.work_alarm WHERE rings_at < now()") == 0,
                "nothing more to ring");

        assertThat(history().stream().filter("deadline.missed"::equals)).hasSize(1);
        assertThat(server.sql("SELECT COUNT(*) FROM vaksam.notice WHERE template = 'deadline-overdue' AND account = '"
                        + anna.id() + "'"))
                .isEqualTo(1);
    }

    private static String state(String deadline) {
        return operator.get("/api/deadlines/" + deadline)
                .expect(200)
                .json()
                .path("state")
                .asText();
    }

    private static List<String> history() {
        var actions = new ArrayList<String>();
        operator.get(REPORTS + "/" + record + "/history?limit=200")
                .expect(200)
                .json()
                .path("items")
                .forEach(entry -> actions.add(entry.path("action").asText()));
        return actions;
    }

    private static Person person(String name) {
        operator.post(
                        "/api/accounts",
                        "{\"username\":\"" + name + "\",\"name\":\"" + name + "\",\"password\":\"" + PASSWORD
                                + "\",\"roles\":[\"incidents:handler\"]}")
                .expect(201);
        Rest anonymous = Rest.anonymous(vaksam.url());
        Answer session = anonymous
                .post("/api/session", "{\"username\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}")
                .expect(200);
        String cookie = session.header("Set-Cookie").split(";")[0];
        String csrf = session.json().path("csrf").asText();
        String token = anonymous
                .post(
                        "/api/tokens",
                        "{\"name\":\"test\",\"permissions\":[\"incidents:report:read\",\"incidents:report:handle\"]}",
                        "Cookie",
                        cookie,
                        "X-CSRF-Token",
                        csrf)
                .expect(201)
                .json()
                .path("token")
                .asText();
        return new Person(session.json().at("/account/id").asText(), Rest.with(vaksam.url(), token), cookie, csrf);
    }
}
