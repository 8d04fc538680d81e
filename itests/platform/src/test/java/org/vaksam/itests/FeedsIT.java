package org.vaksam.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * What comes in by itself is taken once, whatever is sent twice, is given to somebody, becomes one with what it belongs to and is
 * closed; what cannot be read lands in one tray and is read in the end.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FeedsIT {
    private static final String REPORTS = "/api/incidents/reports";
    private static final String PASSWORD = "fyra gröna hästar på rad";
    private static Distribution vaksam;
    private static Rest rest;
    private static Senders senders;
    private static int events;
    private static String policeFeed = "";
    private static String alarmFeed = "";
    private static String handler = "";
    private static String coordinator = "";

    @BeforeAll
    static void start() throws IOException {
        vaksam = Work.distribution(FeedsIT.class)
                .with("VAKSAM_FEEDS_PRIVATE", "true")
                .start();
        rest = vaksam.rest();
        rest.install("incidents");
        handler = account("anna", "incidents:handler");
        coordinator = account("sam", "incidents:security-coordinator");
        policeEventsAboutFiresGoTo("incidents:handler");
        senders = new Senders();
        events = senders.events();
    }

    @AfterAll
    static void stop() {
        senders.close();
        vaksam.close();
    }

    @Test
    @Order(1)
    void policeEventsOfAnAddress() {
        policeFeed = feed(
                "police",
                "incidents.police-events",
                "\"source\":\"http\",\"everySeconds\":86400,\"address\":\"" + senders.police() + "\"");
        awaitCount(policeFeed, "received", events);
        assertThat(counts(policeFeed).path("stored").asInt()).isEqualTo(events);
        policeSendAgain();
        assertThat(counts(policeFeed).path("known").asInt()).isEqualTo(events);
        assertThat(record("source=police-events&place=%C3%85storp")
                        .at("/assignee/id")
                        .asText())
                .isEqualTo(handler);
    }

    @Test
    @Order(2)
    void alarmsOfAFolder() throws IOException {
        byte[] alarm = senders.alarm();
        alarmFeed = feed("sos", "incidents.sos-alarm", "\"source\":\"folder\",\"folder\":\"sos\",\"everySeconds\":5");
        Path folder = folder();
        Waiting.until(() -> Files.isDirectory(folder.resolve("failed")), "the folder");
        Senders.leave(folder.resolve("1.xml"), alarm);
        awaitCount(alarmFeed, "received", 1);
        Senders.leave(folder.resolve("2.xml"), alarm);
        awaitCount(alarmFeed, "received", 2);
        assertThat(counts(alarmFeed).path("stored").asInt()).isEqualTo(1);
        Waiting.until(() -> Files.exists(folder.resolve("done/2.xml")), "done");
        JsonNode record = record("source=sos-alarm");
        assertThat(record.at("/assignee/id").asText()).isEqualTo(coordinator);
        assertThat(record.path("title").asText()).startsWith("Brand någonstans");
        assertThat(record.at("/place/latitude").asDouble()).isCloseTo(56.0838129, within(0.00001));
        assertThat(record.at("/place/longitude").asDouble()).isCloseTo(12.9233819, within(0.00001));

        Senders.leave(folder.resolve("3.xml"), "<Message><Alarm><IDNumber>7</IDNumber></Message>".getBytes(UTF_8));
        awaitCount(alarmFeed, "inTray", 1);
        Waiting.until(() -> Files.exists(folder.resolve("failed/3.xml")), "failed");
        JsonNode item = onlyInTray(alarmFeed);
        assertThat(item.path("place").asText()).isEqualTo("3.xml");
        assertThat(item.at("/detail/en").asText()).contains("XML");
        String corrected = "<Message><Alarm><IDNumber>7</IDNumber><Time>2026-11-23 12:00:00</Time>"
                + "<HtText>Trafikolycka</HtText></Alarm></Message>";
        String address = "/api/tray/" + item.path("id").asText() + "/retry";
        String body = "{\"text\":\"" + corrected + "\"}";
        assertThat(rest.post(address, body, "If-Match", "*")
                        .expect(200)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("stored");
        rest.post(address, body, "If-Match", "*").expect(409);
        assertThat(counts(alarmFeed).path("stored").asInt()).isEqualTo(2);
        assertThat(counts(alarmFeed).path("inTray").asInt()).isZero();
    }

    @Test
    @Order(3)
    void theAlarmAndWhatThePoliceSayOfItBecomeOneAndAreClosed() {
        String alarm = record("source=sos-alarm&kind=fire").path("number").asText();
        String event =
                record("source=police-events&place=%C3%85storp").path("number").asText();
        String proposals = "/api/records/" + event + "/proposals";
        Waiting.until(() -> rest.get(proposals).expect(200).text().contains(alarm), "the proposal");
        try (var browser = new Browser(vaksam.url())) {
            Page page = browser.openAs("sam", PASSWORD);
            browser.go(page, "/a/incidents/reports/" + event);
            Locator proposal =
                    page.locator(".connect-proposed li").filter(new Locator.FilterOptions().setHasText(alarm));
            assertThat(proposal).containsText("Nära plats");
            assertThat(proposal).containsText("samma dygn");
            proposal.locator("vaksam-menu > button").click();
            proposal.getByText("Slå samman").click();
            page.locator("#merge-reason").fill("Samma brand");
            page.locator("button[form=merge-form]").click();
            assertThat(page.locator("vaksam-merged")).containsText(alarm);

            browser.go(page, "/a/incidents/reports/" + alarm);
            assertThat(page.locator("vaksam-merged")).containsText(event);
            page.locator(".next .btn.primary").click();
            page.locator("form.move").getByLabel("Allvarlig").check();
            page.locator("form.move button[type=submit]").click();
            assertThat(page.locator(".way [aria-current=step]")).containsText("Bedömd");
            page.locator(".next vaksam-menu > button").click();
            page.locator(".next vaksam-menu").getByText("Avsluta").click();
            page.locator("form.move textarea").fill("Släckt, ingen skadad");
            page.locator("form.move button[type=submit]").click();
            assertThat(page.locator(".way [aria-current=step]")).containsText("Avslutad");
            assertThat(browser.troubles()).isEmpty();
        }
        mergedAndClosed();
    }

    @Test
    @Order(4)
    void whatIsSentAgainChangesNothingOfThat() throws IOException {
        policeSendAgain();
        int received = counts(alarmFeed).path("received").asInt();
        Senders.leave(folder().resolve("4.xml"), senders.alarm());
        awaitCount(alarmFeed, "received", received + 1);
        assertThat(counts(alarmFeed).path("stored").asInt()).isEqualTo(2);
        assertThat(counts(policeFeed).path("stored").asInt()).isEqualTo(events);
        mergedAndClosed();
    }

    private static void mergedAndClosed() {
        JsonNode alarm = record("source=sos-alarm&kind=fire");
        assertThat(alarm.path("state").asText()).isEqualTo("closed");
        JsonNode event = record("source=police-events&place=%C3%85storp&merged=true");
        assertThat(rest.get("/api/records/" + event.path("id").asText() + "/merge")
                        .expect(200)
                        .json()
                        .at("/merged/into/id"))
                .isEqualTo(alarm.path("id"));
        assertThat(rest.get(REPORTS + "/" + alarm.path("id").asText() + "/history")
                        .expect(200)
                        .text())
                .contains("record.merged", "Släckt, ingen skadad")
                .doesNotContain("record.feed-changed");
    }

    @Test
    @Order(5)
    void warningsThatOthersSend() {
        String feed = feed("cap", "incidents.cap", "\"source\":\"rest\"");
        String items = "/api/feeds/" + feed + "/items";
        String alert = senders.warning("1", "Alert", "<scope>Public</scope>", "Orange varning");
        assertThat(send(items, alert).path("stored").asInt()).isEqualTo(1);
        assertThat(send(items, alert).path("known").asInt()).isEqualTo(1);
        String update = senders.warning(
                "2",
                "Update",
                "<scope>Public</scope><references>smhi@example.org,1,2026-11-23T10:00:00+01:00</references>",
                "Röd varning");
        assertThat(send(items, update).path("updates").asInt()).isEqualTo(1);
        JsonNode record = record("kind=warning");
        assertThat(record.path("title").asText()).isEqualTo("Orange varning");
        assertThat(record.path("severity").asInt()).isEqualTo(3);
        String history = rest.get(REPORTS + "/" + record.path("id").asText() + "/history")
                .expect(200)
                .text();
        assertThat(history).contains("record.feed-changed", "Röd varning");

        String invalid = senders.warning("3", "Alert", "", "Utan scope");
        assertThat(send(items, invalid).path("inTray").asInt()).isEqualTo(1);
        JsonNode item = onlyInTray(feed);
        assertThat(item.at("/errors/0/field").asText()).isEqualTo("scope");
        rest.post("/api/tray/" + item.path("id").asText() + "/discard", "{\"reason\":\"ett prov\"}", "If-Match", "*")
                .expect(200);
        JsonNode counts = counts(feed);
        assertThat(counts.path("received").asInt())
                .isEqualTo(counts.path("stored").asInt()
                        + counts.path("known").asInt()
                        + counts.path("inTray").asInt()
                        + counts.path("discarded").asInt());
        Rest.anonymous(vaksam.url()).post(items, "{}").expect(401);
    }

    private static String account(String name, String role) {
        return rest.post(
                        "/api/accounts",
                        "{\"username\":\"" + name + "\",\"name\":\"" + name + "\",\"password\":\"" + PASSWORD
                                + "\",\"roles\":[\"" + role + "\"]}")
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    /** A rule of the organisation's own: the definition that the module brings gives what the police publish to nobody. */
    private static void policeEventsAboutFiresGoTo(String role) {
        String drafts = "/api/definitions/drafts";
        Answer begun = rest.post(drafts, "{\"type\":\"incidents.report\",\"kind\":\"fire\"}")
                .expect(201);
        ObjectNode definition = (ObjectNode) begun.json().path("definition");
        ObjectNode rule = definition.withArray("routing").insertObject(0);
        rule.putObject("when").put("field", "sourceUrl").put("isSet", true);
        rule.putObject("assign").put("role", role);
        String address = drafts + "/" + begun.json().path("id").asText();
        String kept = rest.put(address, definition.toString(), "If-Match", begun.header("ETag"))
                .expect(200)
                .header("ETag");
        rest.post(address + "/publish", "{\"reason\":\"Bränder följs upp\"}", "If-Match", kept)
                .expect(200);
    }

    private static void policeSendAgain() {
        int received = counts(policeFeed).path("received").asInt();
        rest.post("/api/feeds/" + policeFeed + "/run", "{}").expect(202);
        awaitCount(policeFeed, "received", received + events);
        assertThat(counts(policeFeed).path("stored").asInt()).isEqualTo(events);
    }

    private static Path folder() {
        return vaksam.data().resolve("feeds/sos");
    }

    private static String feed(String name, String format, String more) {
        return rest.post("/api/feeds", "{\"name\":\"" + name + "\",\"format\":\"" + format + "\"," + more + "}")
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static JsonNode send(String items, String document) {
        return rest.post(items, document).expect(200).json();
    }

    private static JsonNode counts(String feed) {
        return rest.get("/api/feeds/" + feed).expect(200).json().path("counts");
    }

    private static void awaitCount(String feed, String figure, int least) {
        Waiting.until(() -> counts(feed).path(figure).asInt() >= least, figure);
    }

    private static JsonNode onlyInTray(String feed) {
        JsonNode items = rest.get("/api/tray?origin=" + feed).expect(200).json().path("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    /** The only report that is so, when lists have it. */
    private static JsonNode record(String filters) {
        String list = REPORTS + "?channel=feed&limit=2&" + filters;
        Waiting.until(() -> !rest.get(list).expect(200).json().path("items").isEmpty(), filters);
        JsonNode items = rest.get(list).expect(200).json().path("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }
}
