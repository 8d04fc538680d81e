package org.vaksam.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaksam.itests.Browser.Look;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.Rest;
import org.vaksam.testkit.Waiting;

/**
 * A kind of the organisation's own: drawn up in the console, tried, published, reported on a phone, and given to somebody by its
 * rule, who is told by mail and has a deadline: in less than ten minutes, tests of every page included.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DesignJourneyIT {
    private static final String KIND = "e-scooter-accident";
    private static final List<String> TABS =
            List.of("form", "process", "routing", "deadlines", "general", "try", "publish");

    private static final String PASSWORD = "Elefanten sjunger falskt";
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final LetterBox BOX = new LetterBox();

    private static Distribution vaksam;
    private static Rest rest;
    private static Browser browser;
    private static Page page;
    private static Page anna;
    private static String handler = "";
    private static String number = "";
    private static Instant begun = Instant.EPOCH;

    @BeforeAll
    static void start() {
        vaksam = Work.distribution(DesignJourneyIT.class).with("VAKSAM_ADMIN_PASSWORD", Work.PASSWORD);
        BOX.open().serve(vaksam);
        vaksam.start();
        rest = vaksam.rest();
        rest.install("incidents");
        handler = rest.post(
                        "/api/accounts",
                        "{\"username\":\"anna\",\"name\":\"Anna Ek\",\"password\":\"" + PASSWORD + "\"}")
                .expect(201)
                .json()
                .path("id")
                .asText();
        rest.put("/api/accounts/" + handler + "/email", "{\"email\":\"anna@example.se\"}")
                .expect(200);
        rest.post("/api/grants", "{\"account\":\"" + handler + "\",\"role\":\"incidents:handler\"}")
                .expect(201);
        browser = new Browser(vaksam.url());
        page = browser.openAs("admin", Work.PASSWORD);
        anna = browser.openAs("anna", PASSWORD);
        begun = Instant.now();
    }

    @AfterAll
    static void stop() {
        browser.close();
        vaksam.close();
        BOX.close();
    }

    @Test
    @Order(1)
    void aNewKindGetsFieldsARuleAndADeadline() {
        browser.go(page, "/admin/definitions");
        button("Nytt slag").click();
        page.locator("#new-kind input[lang=sv]").fill("Elsparkcykelolycka");
        page.locator("#new-kind input[lang=en]").fill("E-scooter accident");
        page.locator("button[form=new-kind]").click();
        assertThat(page.locator("h1")).hasText("Elsparkcykelolycka");
        addField("choice", "Vad hände?", "What happened?");
        addField("boolean", "Bar föraren hjälm?", "Helmet worn?");
        addField("number", "Hastighet", "Speed");
        addField("date", "Sjukskriven till", "On sick leave until");
        addField("text", "Uthyrare", "Rental company");
        addField("long-text", "Skador", "Injuries");
        assertThat(page.locator(".face[data-name=helmetWorn]")).isVisible();

        tab("routing");
        button("Ny regel").click();
        page.locator(".cards select.in >> nth=0").selectOption("incidents:handler");
        tab("deadlines");
        button("Ny frist").click();
        page.locator(".cards input[lang=sv]").fill("Kontakta den skadade");
        page.locator(".cards input[lang=en]").fill("Call the injured");
        page.locator(".cards input[lang=en]").blur();
        assertThat(page.locator(".dh [role=status]").first()).containsText("Sparat");
    }

    @ParameterizedTest
    @CsvSource({"1440,1000,LIGHT", "1440,1000,DARK", "390,844,LIGHT"})
    @Order(2)
    void everybodyCanUseEveryTab(int width, int height, ColorScheme colours) {
        var look = new Look("sv-SE", width, height, colours);
        var found = new ArrayList<String>();
        String draft = draft();
        Page inside = browser.openToInspect(look, page);
        for (String tab : TABS) {
            browser.go(inside, "/admin/definitions/" + draft + "?tab=" + tab);
            Browser.awaitSight(inside, ".part-" + tab + " h2");
            if (tab.equals("form")) {
                inside.locator(".face[data-name=helmetWorn]").click();
            }
            if (tab.equals("process")) {
                inside.locator("[data-transition]").first().press("Enter");
                Browser.awaitSight(inside, ".insp input");
            }
            found.addAll(browser.inspect(inside, "design-" + tab + "-" + look.name()));
        }
        inside.context().close();
        assertThat(found).isEmpty();
    }

    @Test
    @Order(3)
    void itIsTriedAndNothingIsStored() {
        tab("try");
        page.locator("[data-field=title] input").fill("Prov");
        button("Skapa testposten").click();
        assertThat(page.locator(".try-steps")).containsText("Ges till");
        assertThat(page.locator(".try-steps")).containsText("Kontakta den skadade");
        assertThat(rest.get("/api/incidents/reports").expect(200).json().path("items"))
                .isEmpty();
    }

    @Test
    @Order(4)
    void itIsPublishedAndReportedOnAPhone() {
        tab("publish");
        assertThat(page.locator(".differences")).isVisible();
        page.locator("#publish-reason").fill("Många olyckor i centrum");
        button("Publicera version 1").click();
        Browser.awaitSight(page, ".admin-page h1");

        Page phone = browser.open(new Look("sv-SE", 390, 844, ColorScheme.LIGHT), page);
        browser.go(phone, "/a/incidents/reports/new?kind=" + KIND);
        phone.locator("[data-field=title] input").fill("Krock på Storgatan");
        phone.locator("[data-field=helmetWorn] input").first().check();
        phone.locator("[data-field=speed] input").fill("22");
        phone.locator(".record-form button[type=submit]").click();
        Browser.awaitSight(phone, "vaksam-record h1");
        number = phone.url().substring(phone.url().lastIndexOf('/') + 1);
        phone.context().close();

        JsonNode made = rest.get("/api/incidents/reports/" + number).expect(200).json();
        assertThat(made.path("kind").asText()).isEqualTo(KIND);
        assertThat(made.at("/assignee/id").asText()).isEqualTo(handler);
    }

    @Test
    @Order(5)
    void theHandlerIsToldByMailAndSeesTheDeadlineRun() {
        Waiting.until(() -> BOX.letters().stream().anyMatch(letter -> letter.contains(number)), "the letter");
        assertThat(BOX.letters())
                .allSatisfy(letter -> assertThat(letter).contains("To: anna@example.se"))
                .anySatisfy(letter -> assertThat(letter).contains("Krock på Storgatan", "/console/a/"));
        browser.go(anna, "/work");
        Locator due = anna.locator(".work-page").getByText("Kontakta den skadade");
        assertThat(due.first()).isVisible();
        browser.go(anna, "/a/incidents/reports/" + number);
        Locator clock = anna.locator("vaksam-deadlines .clock")
                .filter(new Locator.FilterOptions().setHasText("Kontakta den skadade"));
        assertThat(clock.locator("time")).isVisible();
        assertThat(clock.locator(".bar")).hasCount(1);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(LIMIT);
    }

    @Test
    @Order(6)
    void twoWhoChangeItAtOnceAreToldAndLoseNothing() {
        browser.go(page, "/a/incidents/reports/" + number);
        Locator hers = anna.locator("#record-title");
        Locator his = page.locator("#record-title");
        begin(hers, "Krock vid torget");
        begin(page.locator(".lead"), "Två ambulanser");
        save(page.locator(".lead"));
        assertThat(anna.locator(".lead")).containsText("Två ambulanser");
        save(hers);
        assertThat(his).containsText("Krock vid torget");

        begin(hers, "Krock vid torget, en skadad");
        begin(his, "Krock vid torget, två skadade");
        save(his);
        assertThat(his).containsText("två skadade");
        save(hers);
        Locator question = anna.locator("vaksam-conflict dialog");
        assertThat(question).containsText("hann före");
        assertThat(question).containsText("två skadade");
        assertThat(question).containsText("en skadad");
        anna.keyboard().press("Escape");
        assertThat(question).hasCount(0);
        assertThat(hers.locator("input")).hasValue("Krock vid torget, en skadad");
        save(hers);
        question.getByText("Spara mitt").click();
        assertThat(hers.locator("button.fact")).containsText("en skadad");
        assertThat(his).containsText("en skadad");
        JsonNode now = rest.get("/api/incidents/reports/" + number).expect(200).json();
        assertThat(now.path("description").asText()).isEqualTo("Två ambulanser");
        assertThat(browser.troubles()).isEmpty();
    }

    private static void begin(Locator fact, String text) {
        fact.locator("button.fact").click();
        fact.locator("input, textarea").fill(text);
    }

    private static void save(Locator fact) {
        fact.locator("button[type=submit]").click();
    }

    private static void addField(String type, String swedish, String english) {
        page.locator(".pal [data-type=" + type + "]").click();
        Locator panel = page.locator("vaksam-field-panel");
        panel.locator("input[lang=sv]").first().fill(swedish);
        panel.locator("input[lang=en]").first().fill(english);
        panel.locator("input[lang=en]").first().blur();
    }

    private static String draft() {
        return rest.get("/api/definitions/drafts")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
    }

    private static void tab(String name) {
        page.locator(".tabs a[href*='tab=" + name + "']").click();
        Browser.awaitSight(page, ".part-" + name);
    }

    private static Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
