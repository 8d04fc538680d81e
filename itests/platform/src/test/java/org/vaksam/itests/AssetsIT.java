package org.vaksam.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.vaksam.itests.support.Answer;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.Rest;

/** One page shows everything about an asset over all areas, and nobody learns of assets they may not see. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AssetsIT {
    private static final String ANNAS = "Elefanten sjunger falskt";
    private static final String TABLE =
            """
            nyckel;namn;typ;enhet;del av;adress;latitud;longitud;attributes.built
            SAL-1;Gymnastiksalen;space;;SKOLA-1;;;;
            SKOLA-1;Tågaborgsskolan;building;SKOLA;OMR-1;Tågagatan 42;56,0601;12,6950;1908
            OMR-1;Tågaborg 3:14;site;PARK;;;;;
            PARK-1;Scenen i parken;equipment;PARK;;;;;
            """;

    private static Distribution vaksam;
    private static Rest rest;
    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void start() throws IOException {
        vaksam = Work.journey(AssetsIT.class);
        rest = vaksam.rest();
        rest.install("incidents");
        unit("SKOLA");
        unit("PARK");
        Path file = vaksam.data().resolve("assets.csv");
        Files.writeString(file, TABLE);
        String address = "/api/assets/table";
        String octets = "application/octet-stream";
        assertThat(rest.upload(address + "?preview=true", file, octets)
                        .expect(200)
                        .json()
                        .path("possible")
                        .asBoolean())
                .isTrue();
        assertThat(items("/api/assets")).isEmpty();
        rest.upload(address, file, octets).expect(200);
        assertThat(rest.upload(address, file, octets).expect(200).json().path("counts"))
                .hasToString("{\"same\":4}");
        report("Trasig ribbstol", "SKOLA", "SAL-1");
        report("Klotter på fasaden", "SKOLA", "SKOLA-1");
        report("Stulen högtalare", "PARK", "PARK-1");
        browser = new Browser(vaksam.url());
        page = browser.openAs("admin", Work.PASSWORD);
        assertThat(page.locator(".side")).isVisible();
    }

    @AfterAll
    static void stop() {
        browser.close();
        vaksam.close();
    }

    @Test
    @Order(1)
    void whatIsReportedAboutThePartsIsFoundAtTheWhole() {
        assertThat(titles("/api/assets/SKOLA-1/records")).containsExactly("Klotter på fasaden");
        assertThat(titles("/api/assets/OMR-1/records?below=true&sort=title"))
                .containsExactly("Klotter på fasaden", "Trasig ribbstol");
        String school = rest.get("/api/assets/SKOLA-1").json().path("id").asText();
        JsonNode facets = rest.get("/api/insight/facets?fields=asset&asset=below:" + school)
                .expect(200)
                .json()
                .path("facets")
                .path("asset");
        assertThat(facets.findValuesAsText("en")).containsExactlyInAnyOrder("Gymnastiksalen", "Tågaborgsskolan");
        assertThat(rest.get("/api/assets/SKOLA-1/history")
                        .json()
                        .path("items")
                        .get(0)
                        .path("action")
                        .asText())
                .isEqualTo("asset.created");
    }

    @Test
    @Order(2)
    void whoWorksInOneUnitFindsNoTraceOfTheOthers() {
        String role = id(rest.post(
                "/api/roles",
                "{\"title\":{\"sv\":\"Vaktmästare\",\"en\":\"Caretaker\"},\"permissions\":"
                        + "[\"platform:assets:read\",\"incidents:report:read\"]}"));
        String anna = id(rest.post(
                "/api/accounts", "{\"username\":\"anna\",\"name\":\"Anna Ek\",\"password\":\"" + ANNAS + "\"}"));
        id(rest.post("/api/grants", "{\"account\":\"" + anna + "\",\"role\":\"" + role + "\",\"unit\":\"SKOLA\"}"));
        Page annas = browser.open(Look.DESK);
        Browser.signIn(annas, "anna", ANNAS);
        assertThat(annas.locator(".side")).isVisible();
        browser.go(annas, "/assets");
        assertThat(annas.locator(".asset-line a")).hasText("Tågaborgsskolan");
        browser.go(annas, "/assets/SKOLA-1");
        assertThat(annas.locator("h1")).hasText("Tågaborgsskolan");
        assertThat(annas.locator(".crumbs")).not().containsText("Tågaborg 3:14");
        browser.go(annas, "/assets/PARK-1");
        assertThat(annas.locator("main")).containsText("finns inte");
        annas.context().close();
    }

    @Test
    @Order(3)
    void aPartIsAddedOnItsPage() {
        browser.go(page, "/assets/SKOLA-1");
        press("Ny del");
        page.locator("dialog select[name=type]").selectOption("equipment");
        page.locator("dialog input.in").first().fill("Brandsläckare 4");
        press("Lägg till");
        assertThat(page.locator("h1")).hasText("Brandsläckare 4");
        assertThat(page.locator(".crumbs")).containsText("Tågaborgsskolan");
        assertThat(page.locator(".tl")).containsText("lade till den");
        browser.go(page, "/assets/SKOLA-1");
        assertThat(page.locator(".facts")).containsText("Brandsläckare 4");
        assertThat(page.locator("vaksam-asset-records")).containsText("2 öppna");
    }

    @Test
    @Order(4)
    void aReportIsMadeAboutWhatASearchFound() {
        browser.go(page, "/a/incidents/reports/new?kind=theft");
        page.getByLabel("Rubrik").fill("Stulen boll");
        page.getByLabel("Tillgång").fill("gymn");
        page.locator("[role=option]:visible").first().click();
        page.locator("main button[type=submit]").click();
        assertThat(page.locator(".facts a").filter(new Locator.FilterOptions().setHasText("Gymnastiksalen")))
                .isVisible();
    }

    @ParameterizedTest
    @CsvSource({"1440,1000,LIGHT", "1440,1000,DARK", "390,844,LIGHT", "390,844,DARK"})
    @Order(5)
    void everybodyCanUseEveryPage(int width, int height, ColorScheme colours) {
        String school = rest.get("/api/assets/SKOLA-1").json().path("id").asText();
        var look = new Look("sv-SE", width, height, colours);
        var found = new ArrayList<String>();
        Page inside = browser.openToInspect(look, page);
        inspect(inside, look, "assets", "/assets", ".asset-line", found);
        inspect(inside, look, "assets-search", "/assets?q=salen", ".asset-list li", found);
        inspect(inside, look, "asset", "/assets/" + school, ".asset-areas li", found);
        inspect(inside, look, "asset-qr", "/assets/qr?of=" + school, ".asset-labels .qr", found);
        inside.context().close();
        assertThat(found).isEmpty();
    }

    private static void inspect(Page inside, Look look, String name, String path, String ready, List<String> found) {
        browser.go(inside, path);
        Browser.awaitSight(inside, ready);
        found.addAll(browser.inspect(inside, name + "-" + look.name()));
    }

    private static void press(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .last()
                .click();
    }

    private static void unit(String code) {
        rest.post(
                        "/api/units",
                        "{\"code\":\"" + code + "\",\"name\":{\"sv\":\"" + code + "\",\"en\":\"" + code
                                + "\"},\"type\":\"unit\"}")
                .expect(201);
    }

    private static void report(String title, String unit, String asset) {
        rest.post(
                        "/api/incidents/reports",
                        "{\"kind\":\"theft\",\"title\":\"" + title + "\",\"unit\":\"" + unit + "\",\"asset\":\"" + asset
                                + "\"}")
                .expect(201);
    }

    private static String id(Answer made) {
        return made.expect(201).json().path("id").asText();
    }

    private static JsonNode items(String path) {
        return rest.get(path).expect(200).json().path("items");
    }

    private static List<String> titles(String path) {
        return items(path).findValuesAsText("title");
    }
}
