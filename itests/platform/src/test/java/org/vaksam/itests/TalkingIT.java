package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.Rest;
import org.vaksam.testkit.Waiting;

/** Whoever is mentioned hears of it: in the console at once, and by letter as soon as the mail server is back. */
class TalkingIT {
    private static final String REPORTS = "/api/incidents/reports";
    private static final String PASSWORD = "Korrekt häst batteri";

    private static final LetterBox BOX = new LetterBox();
    private static Distribution vaksam;
    private static Rest operator;
    private static Rest anna;
    private static Rest partner;
    private static String partnerId = "";
    private static String record = "";

    @BeforeAll
    static void fill() {
        vaksam = Work.distribution(TalkingIT.class);
        BOX.serve(vaksam);
        vaksam.start();
        operator = vaksam.rest();
        operator.install("incidents");
        record = operator.post(REPORTS, "{\"kind\":\"theft\",\"title\":\"Stulen cykel\",\"secrecy\":\"internal\"}")
                .expect(201)
                .json()
                .path("id")
                .asText();
        anna = person("anna", "incidents:handler");
        partner = person("partner", "incidents:reporter");
        partnerId = operator.get("/api/accounts?q=partner")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
    }

    @AfterAll
    static void stop() {
        BOX.close();
        vaksam.close();
    }

    @Test
    void aMentionIsToldAtOnceAndByLetterWhenTheMailServerIsBack() {
        String said = "{\"record\":\"" + record + "\",\"text\":\"Vad tror du, @anna?\"}";
        operator.post("/api/comments", said, "Idempotency-Key", "once").expect(201);
        operator.post("/api/comments", said, "Idempotency-Key", "once").expect(201);

        assertThat(anna.get("/api/notices/count")
                        .expect(200)
                        .json()
                        .path("unread")
                        .asInt())
                .isEqualTo(1);
        JsonNode notice = anna.get("/api/notices").expect(200).json().at("/items/0");
        assertThat(notice.path("kind").asText()).isEqualTo("mention");
        assertThat(notice.at("/record/title").asText()).isEqualTo("Stulen cykel");
        Waiting.until(() -> attempts() > 0, "the first letter to fail");

        BOX.open();
        Waiting.until(() -> !BOX.letters().isEmpty(), "the letter");
        assertThat(BOX.letters()).hasSize(1);
        assertThat(BOX.letters().get(0))
                .contains("To: anna@example.se", "Message-ID: <", "nämnde dig", "https://vaksam.example.se/console/a/");
        assertThat(operator.get("/api/comments?record=" + record)
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("text"))
                .containsOnlyOnce("Vad tror du, @anna?");
    }

    @Test
    void aSharedRecordIsInEveryListOfItsPartnerUntilItIsWithdrawn() {
        assertThat(seen()).isFalse();
        String share = "{\"record\":\"" + record + "\",\"account\":\"partner\",\"until\":\"%s\"}";
        partner.post("/api/shares", share.formatted(tomorrow())).expect(404);
        operator.post("/api/shares", share.formatted(tomorrow())).expect(201);

        Waiting.until(TalkingIT::seen, "the shared record in lists");
        partner.post("/api/comments", "{\"record\":\"" + record + "\",\"text\":\"Sett\"}")
                .expect(201);
        partner.patch(REPORTS + "/" + record, "{\"title\":\"Min\"}", "If-Match", "*")
                .expect(403);
        assertThat(partner.get("/api/shares/mine").expect(200).json().path("items"))
                .hasSize(1);

        operator.delete("/api/shares/" + record + "/" + partnerId).expect(204);
        partner.get("/api/records/" + record).expect(404);
        Waiting.until(() -> !seen(), "the record to leave lists");
    }

    private static boolean seen() {
        int list = partner.get(REPORTS).expect(200).json().path("total").asInt();
        int cube = partner.get("/api/insight/cube?dimensions=kind")
                .expect(200)
                .json()
                .path("total")
                .asInt();
        int read = partner.get("/api/records/" + record).status() == 200 ? 1 : 0;
        return list == 1 && cube == 1 && read == 1;
    }

    private static int attempts() {
        JsonNode mail = operator.get("/api/mail").expect(200).json();
        return mail.path("waiting").asInt();
    }

    private static String tomorrow() {
        return java.time.LocalDate.now(java.time.ZoneId.of("Europe/Stockholm"))
                .plusDays(1)
                .toString();
    }

    /** A new account with an address and a token that has this role, everywhere. */
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
        String token = anonymous
                .post(
                        "/api/tokens",
                        "{\"name\":\"test\",\"permissions\":[\"*\"]}",
                        "Cookie",
                        session.header("Set-Cookie").split(";")[0],
                        "X-CSRF-Token",
                        session.json().path("csrf").asText())
                .expect(201)
                .json()
                .path("token")
                .asText();
        String account = "/api/accounts/" + session.json().at("/account/id").asText();
        operator.put(account + "/email", "{\"email\":\"" + name + "@example.se\"}")
                .expect(200);
        operator.patch(account, "{\"roles\":[\"" + role + "\"]}").expect(200);
        return Rest.with(vaksam.url(), token);
    }
}
