package org.vaksam.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaksam.itests.Browser.Look;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.PoliceEvents;
import org.vaksam.itests.support.Rest;
import org.vaksam.testkit.Waiting;

/** What a person does in the console of the distribution, from an empty installation on. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleJourneyIT {
    private static final String REPORTS = "/a/incidents/reports";
    private static final String PICTURE = "/picture?occurredAt=2024-01-01..2024-12-31";
    private static final String ANALYSIS =
            "/analysis?shape=table&type=incidents.report&dimensions=kind,month&measures=count&occurredAt=2024-01-01..2024-06-30";
    private static final String ROWS = "tbody a.title:visible, .only-phone a:visible";

    private static Distribution vaksam;
    private static Rest rest;
    private static Browser browser;
    private static Page page;
    private static String number = "";

    @BeforeAll
    static void start() {
        vaksam = Work.journey(ConsoleJourneyIT.class);
        rest = vaksam.rest();
        browser = new Browser(vaksam.url());
        page = browser.open(Look.DESK);
    }

    @AfterAll
    static void stop() {
        browser.close();
        vaksam.close();
    }

    @Test
    @Order(1)
    void aWrongPasswordIsSaidAndTheRightOneLeadsIn() {
        Browser.signIn(page, "admin", "inte-det-som-galler");
        assertThat(page.locator(".login-card .note")).containsText("Det stämde inte");
        Browser.signIn(page, "admin", Work.PASSWORD);
        assertThat(page.locator(".side")).isVisible();
    }

    @Test
    @Order(2)
    void theEmptyHomeSaysWhatToDoAndAnAreaAppearsByItself() {
        assertThat(page.locator("main")).containsText("Inga områden är installerade än");
        assertThat(page.locator("main").getByRole(AriaRole.LINK, containing("Installera ett område")))
                .isVisible();
        page.evaluate("window.sameDocument = true");
        rest.install("incidents");
        assertThat(area()).isVisible();
        assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
    }

    @Test
    @Order(3)
    void theListIsWhatItsAddressSays() {
        rest.importFile(
                "incidents.police-events", PoliceEvents.generated(vaksam.data().resolve("events.jsonl.gz"), 2_000));
        Waiting.until(() -> total("") == 2_000, "the index, which follows an import");
        go(REPORTS);
        awaitTotal("");
        page.navigate(browser.address(REPORTS + "?kind=fire"));
        assertThat(awaitTotal("kind=fire")).isBetween(50L, 1_999L);
        String first = page.locator(ROWS).first().innerText();
        page.getByRole(AriaRole.BUTTON, named("Nästa 50")).click();
        assertThat(page.locator(".foot-l .num")).containsText("51–100 av");
        awaitTotal("kind=fire");
        assertThat(page).hasURL(Pattern.compile("kind=fire.*page=2|page=2.*kind=fire"));
        page.getByRole(AriaRole.BUTTON, named("Föregående")).click();
        assertThat(page.locator(".foot-l .num")).containsText("1–50 av");
        assertThat(page.locator(ROWS).first()).hasText(first);
    }

    @Test
    @Order(4)
    void aReportIsWrittenInTheFormOfItsKind() {
        go(REPORTS);
        page.locator(".list-head .btn.primary").click();
        page.locator(".kinds button")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*Stöld\\s*$")))
                .click();
        page.locator(".form-foot button[type=submit]").click();
        assertThat(page.locator(".summary")).containsText("Rubrik");
        page.getByLabel("Rubrik").fill("Stulen cykel vid skolan");
        page.getByLabel("Vad stals?").selectOption(new SelectOption().setLabel("Fordon eller cykel"));
        page.locator(".form-foot button[type=submit]").click();
        assertThat(page).hasURL(Pattern.compile("/INC-[0-9-]+$"));
        number = page.url().substring(page.url().lastIndexOf('/') + 1);
        assertThat(page.locator(".toast")).containsText("Sparad som " + number);
        assertThat(page.locator("h1")).containsText("Stulen cykel vid skolan");
        assertThat(page.locator("article")).containsText("Fordon eller cykel");
    }

    @Test
    @Order(5)
    void aStepAsksForWhatIsMissingAndIsInTheTimeline() {
        go(REPORTS + "?kind=theft&state=received");
        page.locator(ROWS)
                .filter(new Locator.FilterOptions().setHasText("Stulen cykel"))
                .click();
        page.locator(".next .btn.primary").click();
        Locator step = page.locator("form.move");
        step.locator("button[type=submit]").click();
        assertThat(step.locator(".err")).hasCount(2);
        step.getByLabel("Allvarlig").check();
        step.getByLabel("Ansvarig").click();
        step.locator("[role=option]").first().click();
        step.locator("button[type=submit]").click();
        assertThat(page.locator(".way [aria-current=step]")).containsText("Bedömd");
        assertThat(page.locator(".tl li").filter(new Locator.FilterOptions().setHasText("flyttade till")))
                .containsText("Bedömd");
        var record = rest.get("/api/incidents/reports/" + number).expect(200).json();
        assertThat(record.path("severity").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".kpi a:nth-child(1) b",
                ".kpi a:nth-child(3) b",
                ".heat td:not(.h0):not(.tot) a >> nth=3",
                ".heat td.tot a >> nth=0",
                ".top10 a.n >> nth=1"
            })
    @Order(6)
    void aNumberOfThePictureIsTheLengthOfItsList(String shown) {
        go(PICTURE);
        long number = digits(page.locator(shown).innerText());
        assertThat(number).isPositive();
        page.locator(shown).click();
        assertThat(page).hasURL(Pattern.compile("/a/incidents/reports\\?"));
        assertThat(awaitTotal(URI.create(page.url()).getRawQuery())).isEqualTo(number);
    }

    @Test
    @Order(7)
    void aModuleIsRemovedAndPutBackWhileOthersLookOn() {
        Page other = browser.open(Look.DESK, page);
        Locator there = other.locator(".side").getByRole(AriaRole.LINK, containing("Händelser"));
        assertThat(there).isVisible();
        go("/admin/modules?id=incidents");
        page.getByRole(AriaRole.BUTTON, named("Avinstallera…")).click();
        Locator question = page.locator("dialog[open]");
        assertThat(question.getByLabel("Behåll data")).isChecked();
        question.getByRole(AriaRole.BUTTON, containing("Avinstallera")).click();
        assertThat(area()).hasCount(0);
        assertThat(there).hasCount(0);
        assertThat(page).hasURL(Pattern.compile("/admin/modules$"));
        page.locator(".mlist li a", new Page.LocatorOptions().setHasText("Händelser"))
                .first()
                .click();
        page.getByRole(AriaRole.BUTTON, named("Planera installation")).click();
        assertThat(page.locator("#plan-title")).containsText("Installera Händelser");
        assertThat(page.locator(".plan")).containsText("Allt den behöver finns");
        page.getByRole(AriaRole.BUTTON, named("Genomför nu")).click();
        assertThat(area()).isVisible();
        assertThat(there).isVisible();
        go(REPORTS);
        assertThat(awaitTotal("")).isEqualTo(2_001);
    }

    @Test
    @Order(8)
    void markupInATitleIsText() {
        String markup = "<img src=x onerror='window.harmed=1'>";
        var report = rest.post("/api/incidents/reports", "{\"kind\":\"theft\",\"title\":\"" + markup + "\"}")
                .expect(201)
                .json();
        String record = REPORTS + "/" + report.path("number").asText();
        for (String path : List.of(REPORTS + "?kind=theft", record, "/")) {
            go(path);
            assertThat(page.locator("main")).containsText(markup);
            assertThat(page.locator("img[src=x]")).hasCount(0);
            assertThat(page.evaluate("'harmed' in window")).isEqualTo(false);
        }
    }

    @Test
    @Order(9)
    void whoReadsEnglishGetsEnglish() {
        var look = new Look("en-GB", 1440, 1000, ColorScheme.LIGHT);
        assertThat(browser.open(look).locator("h1")).hasText("Sign in");
        Page english = browser.open(look, page);
        assertThat(english.locator("html")).hasAttribute("lang", "en");
        assertThat(english.locator(".side")).containsText("Situation picture");
        english.locator(".side")
                .getByRole(AriaRole.LINK, containing("Incidents"))
                .click();
        assertThat(english.locator("h1")).hasText("Incidents");
        assertThat(english.locator(".foot-l .num")).containsText("of 2,002");
        browser.go(english, REPORTS + "/" + number);
        assertThat(english.locator(".way [aria-current=step]")).containsText("Triaged");
    }

    @ParameterizedTest
    @CsvSource({"1440,1000,LIGHT", "1440,1000,DARK", "390,844,LIGHT", "390,844,DARK"})
    @Order(10)
    void everybodyCanUseEveryPage(int width, int height, ColorScheme colours) {
        var look = new Look("sv-SE", width, height, colours);
        var found = new ArrayList<String>();
        Page login = browser.openToInspect(look);
        Browser.awaitSight(login, "[name=password]");
        found.addAll(browser.inspect(login, "login-" + look.name()));
        login.context().close();
        Page inside = browser.openToInspect(look, page);
        pages().forEach((path, ready) -> {
            browser.go(inside, path);
            Browser.awaitSight(inside, ready);
            String name =
                    path.replaceAll("\\?.*", "").replaceAll("INC-.*", "record").replaceAll("[^a-z]+", "-");
            found.addAll(browser.inspect(inside, "page" + name + "-" + look.name()));
        });
        inside.context().close();
        assertThat(found).isEmpty();
    }

    @Test
    @Order(11)
    void nothingWentWrongUnseenAndNothingLeftTheMachine() {
        assertThat(browser.troubles()).isEmpty();
    }

    /** What to inspect, and what is seen when it is complete. */
    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("/", ".home-page h2");
        pages.put(REPORTS, ROWS);
        pages.put(REPORTS + "/" + number, ".tl li");
        pages.put(REPORTS + "/new?kind=theft", ".form-foot");
        pages.put(PICTURE, ".heat td a");
        pages.put(ANALYSIS, ".cross td a");
        pages.put("/admin/modules?id=incidents", "#module-title");
        pages.put("/admin/trust", "h1");
        return pages;
    }

    /** Waits until the open list shows the total that REST answers for the same filters. */
    private static long awaitTotal(String filters) {
        String kept = filters.replaceAll("(^|&)(page|cursor)=[^&]*", "");
        long total = total(kept);
        String written = String.format(Locale.ROOT, "%,d", total).replace(",", "\\s");
        assertThat(page.locator(".foot-l .num")).hasText(Pattern.compile("av\\s" + written + "\\s*$"));
        return total;
    }

    private static long total(String filters) {
        return rest.get("/api/incidents/reports?limit=1&" + filters)
                .expect(200)
                .json()
                .path("total")
                .asLong();
    }

    private static long digits(String text) {
        return Long.parseLong(text.replaceAll("\\D", ""));
    }

    private static void go(String path) {
        browser.go(page, path);
    }

    private static Locator area() {
        return page.locator(".side").getByRole(AriaRole.LINK, containing("Händelser"));
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions containing(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
