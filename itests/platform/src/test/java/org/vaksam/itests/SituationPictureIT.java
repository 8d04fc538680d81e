package org.vaksam.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.itests.Browser.Look;
import org.vaksam.itests.support.Answer;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.Rest;

/** A coordination group's week: the live picture is frozen, commented, shared, and the next one begins with its charts. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SituationPictureIT {
    private static final String REPORTS = "/api/incidents/reports";
    private static final String PICTURES = "/api/coordination/pictures";
    private static final Look DARK_PHONE = new Look("en-GB", 390, 844, ColorScheme.DARK);
    private static final String BOARD_ROWS = ".home-page vaksam-chart .top10 li";
    private static final int CHARTS = 8;

    private static Distribution vaksam;
    private static Rest rest;
    private static Browser browser;
    private static Page page;
    private static String number = "";

    @BeforeAll
    static void start() {
        vaksam = Work.distribution(SituationPictureIT.class).with("VAKSAM_ADMIN_PASSWORD", Work.PASSWORD);
        vaksam.start();
        rest = vaksam.rest();
        rest.install("incidents");
        rest.install("coordination");
        for (int i = 0; i < 12; i++) {
            report(
                    i % 3 == 0 ? "fire" : "theft",
                    LocalDate.now(SwedishTime.ZONE).minusDays(3L + i * 9L));
        }
        browser = new Browser(vaksam.url());
        page = browser.openAs("admin", Work.PASSWORD);
    }

    @AfterAll
    static void stop() {
        browser.close();
        vaksam.close();
    }

    private static void report(String kind, LocalDate day) {
        rest.post(
                        REPORTS,
                        "{\"kind\":\"" + kind
                                + "\",\"title\":\"Rapport\",\"place\":{\"name\":\"Torget\",\"latitude\":56.04,"
                                + "\"longitude\":12.69},\"occurredAt\":\"" + day + "T08:00:00Z\"}")
                .expect(201);
    }

    @Test
    @Order(1)
    void theLivePictureIsFrozen() {
        page.navigate(browser.address("/picture"));
        page.locator("vaksam-freeze > button").click();
        page.locator("button[form=freeze-form]").click();
        assertThat(charts(page)).hasCount(CHARTS);
        assertThat(page.locator("h1")).containsText("Lägesbild vecka");
        number = page.url().replaceAll(".*/", "");
        report("fire", LocalDate.now(SwedishTime.ZONE).minusDays(1));
        page.reload();
        assertThat(charts(page).first()).containsText("12");
    }

    @Test
    @Order(2)
    void itIsCommentedOnPutInOrderAndPrinted() {
        Locator line = charts(page).nth(3);
        line.locator("vaksam-menu > button").click();
        line.locator("[popover] button").first().click();
        line.locator("textarea").fill("Fler bränder än förra veckan.");
        line.locator("form button[type=submit]").click();
        assertThat(line).containsText("Fler bränder än förra veckan.");
        line.locator("vaksam-menu > button").click();
        line.locator("[popover] button", new Locator.LocatorOptions().setHasText("Flytta upp"))
                .click();
        assertThat(charts(page).nth(2)).containsText("Fler bränder");
        Answer paper = rest.get("/api/exports/records/" + number).expect(200);
        assertThat(paper.header("Content-Type")).contains("application/pdf");
        assertThat(paper.text()).startsWith("%PDF-");
    }

    @Test
    @Order(3)
    void onceSharedItStaysAsItWas() {
        page.locator(".way .next button.primary").first().click();
        assertThat(page.locator(".record-charts header button")).hasCount(0);
        JsonNode listed = rest.get("/api/charts?record=" + number).expect(200).json();
        assertThat(listed.path("mayChange").asBoolean()).isFalse();
        JsonNode first = listed.path("items").path(0);
        assertThat(first.path("data").path("total").asInt()).isEqualTo(12);
        String chart = "/api/charts/" + first.path("id").asText();
        rest.delete(chart, "If-Match", "\"" + first.path("version").asInt() + "\"")
                .expect(409);
    }

    @Test
    @Order(4)
    void theNextWeekBeginsWithTheChartsOfThisOne() {
        LocalDate monday = LocalDate.parse(rest.get(PICTURES + "/" + number)
                        .expect(200)
                        .json()
                        .at("/fields/from")
                        .asText())
                .plusWeeks(1);
        String next = rest.post(
                        PICTURES,
                        "{\"title\":\"Nästa vecka\",\"fields\":{\"from\":\"" + monday + "\",\"to\":\""
                                + monday.plusDays(6) + "\"}}")
                .expect(201)
                .json()
                .path("number")
                .asText();
        page.navigate(browser.address("/a/coordination/pictures/" + next));
        page.locator(".record-charts button.primary").click();
        assertThat(charts(page)).hasCount(CHARTS);
        assertThat(rest.get("/api/charts?record=" + next)
                        .expect(200)
                        .json()
                        .at("/items/0/data/total")
                        .asInt())
                .isEqualTo(13);
    }

    @Test
    @Order(5)
    void whatTheAnalysisShowsCanBePutOnIt() {
        keep("Lägg på ärende", "keep-form");
        assertThat(page.locator(".toast")).containsText("Lagt på PIC-");
    }

    @Test
    @Order(6)
    void orOnADashboardThatBecomesTheFirstPage() {
        keep("Lägg på översikt", "keep-board-form");
        page.navigate(browser.address("/"));
        page.locator(".boards").getByText("Min översikt").first().click();
        assertThat(page.locator(BOARD_ROWS).first()).isVisible();
        page.locator(".boards > vaksam-menu.push > button").click();
        page.locator("[popover] button", new Page.LocatorOptions().setHasText("Gör till min startsida"))
                .click();
        assertThat(page.locator(".toast").last()).containsText("är din startsida");
        page.navigate(browser.address("/"));
        assertThat(page.locator(BOARD_ROWS).first()).isVisible();
    }

    @Test
    @Order(7)
    void everybodyCanReadThem() {
        for (Look look : new Look[] {Look.DESK, DARK_PHONE}) {
            Page inspected = browser.openToInspect(look, page);
            inspected.navigate(browser.address("/a/coordination/pictures/" + number));
            assertThat(charts(inspected)).hasCount(CHARTS);
            assertThat(browser.inspect(inspected, "situation-picture-" + look.width()))
                    .isEmpty();
            inspected.navigate(browser.address("/"));
            assertThat(inspected.locator(BOARD_ROWS).first()).isVisible();
            assertThat(browser.inspect(inspected, "dashboard-" + look.width())).isEmpty();
            inspected.context().close();
        }
        assertThat(browser.troubles()).isEmpty();
    }

    /** Keeps the chart that the analysis shows, where this entry of its menu leads. */
    private static void keep(String where, String form) {
        page.navigate(browser.address("/analysis?shape=bars&type=incidents.report&dimensions=kind&measures=count"));
        page.locator("vaksam-chart .top10").waitFor();
        page.locator("vaksam-menu", new Page.LocatorOptions().setHasText("Spara"))
                .locator("button")
                .first()
                .click();
        page.locator("[popover] button", new Page.LocatorOptions().setHasText(where))
                .click();
        page.locator("button[form=" + form + "]").click();
        assertThat(page.locator("dialog[open]")).hasCount(0);
    }

    private static Locator charts(Page of) {
        return of.locator(".record-charts .charts > li");
    }
}
