package org.vaksam.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.Map;
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

/** Who may see what, as an administrator gives it and as the person finds it; and the pages of organisation, access and journal. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessJourneyIT {
    private static final String ANNAS = "Elefanten sjunger falskt";
    private static final String REPORTS = "/a/incidents/reports";
    /** Pages, and what is seen when they are complete. */
    private static final Map<String, String> PAGES = Map.of(
            "/admin/access", "vaksam-roles table",
            "/admin/organisation", "[role=treeitem]",
            "/admin/journal", ".journal-line",
            "/admin/backups", ".admin-page .btn",
            "/admin/retention", ".admin-page h2",
            "/admin/persons", "vaksam-erasures",
            "/admin/accounts", "tbody tr",
            "/profile", "main h2");

    private static Distribution vaksam;
    private static Rest rest;
    private static Browser browser;
    private static Page page;
    private static String elsewhere = "";
    private static String lost = "";

    @BeforeAll
    static void start() {
        vaksam = Work.journey(AccessJourneyIT.class);
        rest = vaksam.rest();
        rest.install("incidents");
        rest.post("/api/accounts", "{\"username\":\"anna\",\"name\":\"Anna Ek\",\"password\":\"" + ANNAS + "\"}")
                .expect(201);
        report("I skolan", unit("SKOLA", "Norra skolan"));
        String park = unit("PARK", "Parken");
        elsewhere = report("I parken", park);
        lost = report("Bo Lunds cykel", park);
        browser = new Browser(vaksam.url());
        page = browser.openAs("admin", Work.PASSWORD);
    }

    @AfterAll
    static void stop() {
        browser.close();
        vaksam.close();
    }

    @Test
    @Order(1)
    void aRoleIsGivenInAUnit() {
        browser.go(page, "/admin/access");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ge en roll"))
                .first()
                .click();
        choose("#give-holder", "Anna");
        page.locator("select[name=role]").selectOption("incidents:handler");
        choose("#give-unit", "Norra");
        page.locator("button[form=give-form]").click();
        Locator given = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("Anna Ek"));
        assertThat(given).containsText("Norra skolan");
    }

    @Test
    @Order(2)
    void thePersonFindsWhatLiesThereAndNothingElse() {
        Page annas = browser.openAs("anna", ANNAS);
        browser.go(annas, REPORTS);
        assertThat(annas.locator("tbody a.title")).hasText("I skolan");
        browser.go(annas, REPORTS + "/" + elsewhere);
        assertThat(annas.locator("main")).containsText("finns inte");
        annas.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1440,1000,LIGHT", "1440,1000,DARK", "390,844,LIGHT", "390,844,DARK"})
    @Order(3)
    void everybodyCanUseEveryPage(int width, int height, ColorScheme colours) {
        var look = new Look("sv-SE", width, height, colours);
        var found = new ArrayList<String>();
        Page inside = browser.openToInspect(look, page);
        PAGES.forEach((path, ready) -> {
            browser.go(inside, path);
            Browser.awaitSight(inside, ready);
            found.addAll(browser.inspect(inside, "page" + path.replace('/', '-') + "-" + look.name()));
        });
        inside.context().close();
        assertThat(found).isEmpty();
    }

    @Test
    @Order(4)
    void aPersonIsFoundAndErased() {
        browser.go(page, "/admin/persons");
        page.locator("textarea[name=words]").fill("bo lund");
        page.locator("vaksam-persons form button").first().click();
        assertThat(page.locator("vaksam-persons .lines")).containsText("Bo Lunds cykel");
        assertThat(browser.inspect(page, "person-found")).isEmpty();
        page.locator("vaksam-persons button.danger").click();
        page.locator("#erasing-form input").fill("radera");
        page.locator("button[form=erasing-form]").click();
        assertThat(page.locator("vaksam-erasures li")).containsText("klar");

        page.locator("vaksam-persons form button").first().click();
        assertThat(page.locator("vaksam-persons")).not().containsText("Bo Lunds");
        browser.go(page, REPORTS + "/" + lost);
        assertThat(page.locator("h1")).containsText("[…] cykel");
    }

    @Test
    @Order(5)
    void theJournalTellsIt() {
        browser.go(page, "/admin/journal?action=grant.created");
        assertThat(page.locator(".journal-line").first()).containsText("Gav en roll");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verifiera"))
                .click();
        assertThat(page.locator("vaksam-verification")).containsText("Journalen håller");
        assertThat(browser.troubles()).allMatch(trouble -> trouble.contains("404") && trouble.contains(elsewhere));
    }

    private static void choose(String field, String words) {
        page.locator(field).fill(words);
        page.locator("[role=option]:visible").first().click();
    }

    private static String unit(String code, String name) {
        return rest.post(
                        "/api/units",
                        "{\"code\":\"" + code + "\",\"name\":{\"sv\":\"" + name + "\",\"en\":\"" + name
                                + "\"},\"type\":\"unit\"}")
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static String report(String title, String unit) {
        return rest.post(
                        "/api/incidents/reports",
                        "{\"kind\":\"theft\",\"title\":\"" + title + "\",\"unit\":\"" + unit + "\"}")
                .expect(201)
                .json()
                .path("number")
                .asText();
    }
}
