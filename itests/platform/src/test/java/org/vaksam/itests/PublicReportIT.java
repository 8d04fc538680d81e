package org.vaksam.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaksam.itests.Browser.Look;
import org.vaksam.itests.support.Answer;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.Rest;
import org.vaksam.testkit.Waiting;

/** Somebody without an account reports on a phone, follows with the code and is answered; another system does it with Open311. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublicReportIT {
    private static final Look PHONE = new Look("sv-SE", 390, 844, ColorScheme.LIGHT);
    /** One red dot. */
    private static final byte[] PHOTO = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC");

    private static final String FORM = "application/x-www-form-urlencoded";

    private static Distribution vaksam;
    private static Rest rest;
    private static Rest anybody;
    private static Browser browser;
    private static String asset = "";
    private static String code = "";

    @BeforeAll
    static void start() throws IOException {
        vaksam = Work.distribution(PublicReportIT.class).with("VAKSAM_ADMIN_PASSWORD", Work.PASSWORD);
        Files.writeString(
                vaksam.home().resolve("etc/org.vaksam.report.cfg"), "organisation = Sundby kommun\nopen311 = true\n");
        vaksam.start();
        rest = vaksam.rest();
        anybody = Rest.anonymous(vaksam.url());
        rest.install("incidents");
        Path file = vaksam.data().resolve("assets.csv");
        Files.writeString(file, "nyckel;namn;typ\nHUS-A;Tågaborgsskolan, hus A;building\n");
        rest.upload("/api/assets/table", file, "application/octet-stream").expect(200);
        asset = rest.get("/api/assets/HUS-A").expect(200).json().path("id").asText();
        browser = new Browser(vaksam.url());
    }

    @AfterAll
    static void stop() {
        browser.close();
        vaksam.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Order(1)
    void fromTheQrCodeToTheReceipt(boolean script) {
        Page page = browser.openWithout(PHONE, script);
        page.navigate(vaksam.url().resolve("/report/a/" + asset).toString());
        assertThat(page.locator("main")).containsText("Tågaborgsskolan, hus A");
        page.locator(".kinds a", new Page.LocatorOptions().setHasText("Skadegörelse"))
                .click();
        page.locator("button[type=submit]").click();
        assertThat(page.locator(".summary")).containsText("Berätta vad som har hänt");
        page.locator("[name=what]").fill("Ruta krossad på bottenvåningen. Glas där barnen går in.");
        page.locator("[name='f.object']").selectOption("glass");
        page.locator("[name=photo]").setInputFiles(new FilePayload("ruta.png", "image/png", PHOTO));
        page.locator("button.primary").click();
        Browser.awaitSight(page, "#code, .nearby");
        if (page.locator("#code").count() == 0) {
            assertThat(page.locator(".nearby")).containsText("på samma ställe");
            assertThat(page.locator(".photos")).containsText("ruta.png");
            page.locator("button.primary").click();
        }
        assertThat(page.locator("h1")).containsText("Tack");
        code = page.locator("#code").innerText();
        page.context().close();
    }

    @Test
    @Order(2)
    void theHandlerAnswersAndTheReporterReadsIt() {
        JsonNode record = rest.get("/api/incidents/reports?sort=-createdAt")
                .expect(200)
                .json()
                .path("items")
                .path(0);
        assertThat(record.path("channel").asText()).isEqualTo("public");
        assertThat(record.path("asset").toString()).contains(asset);
        JsonNode photos = rest.get("/api/documents?record=" + record.path("id").asText())
                .expect(200)
                .json()
                .path("items");
        assertThat(photos).hasSize(1);
        assertThat(photos.path(0).toString()).contains("ruta.png", "image/png");
        rest.post("/api/reporter-messages/" + record.path("id").asText(), "{\"text\":\"Vilken ruta?\"}")
                .expect(201);
        Page page = browser.openWithout(PHONE, false);
        page.navigate(vaksam.url().resolve("/report/follow").toString());
        page.locator("[name=code]").fill(code);
        page.locator("button.primary").click();
        assertThat(page.locator(".standing")).containsText("Mottagen");
        assertThat(page.locator(".messages")).containsText("Vilken ruta?");
        page.locator("[name=text]").fill("Den till vänster.");
        page.locator("button.primary").click();
        assertThat(page.locator(".messages")).containsText("Den till vänster.");
        Page desk = browser.openAs("admin", Work.PASSWORD);
        desk.navigate(
                browser.address("/a/incidents/reports/" + record.path("number").asText()));
        assertThat(desk.locator("vaksam-reporter-messages")).containsText("Den till vänster.");
    }

    @Test
    @Order(3)
    void aFormThatIsSentTwiceMakesOneReport() {
        int before = rest.get("/api/incidents/reports").json().path("total").asInt();
        String token = found(
                "name=\"token\" value=\"([^\"]+)\"",
                anybody.get("/report/other").text());
        String[] form = {"token", token, "lang", "en", "what", "Once", "seen", "yes"};
        String first = found(
                "id=\"code\">([^<]+)<", send("/report/other", form).expect(200).text());
        String second = found(
                "id=\"code\">([^<]+)<", send("/report/other", form).expect(200).text());
        assertThat(second).isEqualTo(first);
        Waiting.until(
                () -> rest.get("/api/incidents/reports").json().path("total").asInt() == before + 1, "one report");
    }

    @Test
    @Order(4)
    void everyPageIsAccessibleInBothLanguages() {
        Page page = browser.openToInspect(PHONE);
        for (String language : List.of("sv", "en")) {
            for (String address : List.of("/report", "/report/damage", "/report/follow", "/report/nothing-there")) {
                page.navigate(
                        vaksam.url().resolve(address + "?lang=" + language).toString());
                assertThat(page.locator("h1")).isVisible();
                assertThat(browser.inspect(page, "public" + address.replace('/', '-') + "-" + language))
                        .isEmpty();
            }
        }
    }

    @Test
    @Order(5)
    void anotherSystemReportsAndReads() {
        assertThat(anybody.get("/open311/discovery.json").expect(200).json().path("endpoints"))
                .hasSize(1);
        assertThat(anybody.get("/open311/v2/services.xml").expect(200).text())
                .contains("<services><service><service_code>");
        assertThat(anybody.get("/open311/v2/services/damage.json")
                        .expect(200)
                        .json()
                        .path("attributes"))
                .isNotEmpty();
        JsonNode made = send(
                        "/open311/v2/requests.json",
                        "service_code",
                        "damage",
                        "lat",
                        "56.0478",
                        "long",
                        "12.6944",
                        "description",
                        "Words that nobody else sees",
                        "attribute[object]",
                        "graffiti")
                .expect(201)
                .json()
                .path(0);
        String number = made.path("service_request_id").asText();
        String id =
                rest.get("/api/incidents/reports/" + number).json().path("id").asText();
        assertThat(anybody.get("/open311/v2/tokens/" + id + ".json")
                        .expect(200)
                        .json()
                        .path(0)
                        .path("service_request_id")
                        .asText())
                .isEqualTo(number);
        Waiting.until(
                () -> anybody.get("/open311/v2/requests.json?service_code=damage")
                        .expect(200)
                        .text()
                        .contains(number),
                "the index, which follows");
        assertThat(anybody.get("/open311/v2/requests.xml").expect(200).text())
                .contains("<service_request_id>" + number + "</service_request_id>")
                .doesNotContain("nobody else");
    }

    @Test
    @Order(6)
    void whoeverSendsTooMuchIsStoppedInWords() {
        Answer answer = send("/report/other", "token", "");
        for (int i = 0; i < 40 && answer.status() != 429; i++) {
            answer = send("/report/other", "token", "");
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isNotBlank();
        assertThat(answer.text()).contains("112");
        assertThat(browser.troubles()).allMatch(trouble -> trouble.contains("status of 4"));
    }

    private static Answer send(String address, String... namesAndValues) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(URLEncoder.encode(namesAndValues[i], StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        try {
            Path file = Files.writeString(vaksam.data().resolve("form.txt"), String.join("&", pairs));
            return anybody.upload(address, file, FORM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
