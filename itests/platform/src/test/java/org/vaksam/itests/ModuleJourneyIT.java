package org.vaksam.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.vaksam.itests.Browser.Look;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.IncidentVersions;
import org.vaksam.itests.support.Rest;

/** What an administrator does with a module in the console: plan, update, look back at what was done, and go back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModuleJourneyIT {
    private static final String INCIDENTS = "/admin/modules?id=incidents";

    /** The box of an operation is there for less than a second: too short for a look that comes every second. */
    private static final String NOTING_WHAT_IS_SHOWN =
            """
            () => {
              window.shown = { title: '', done: 0 };
              new MutationObserver(() => {
                const title = document.querySelector('#going-title');
                if (title) shown.title = title.textContent;
                shown.done = Math.max(shown.done, document.querySelectorAll('.going .is-done').length);
              }).observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
            }""";

    private static Distribution vaksam;
    private static Rest rest;
    private static Browser browser;
    private static Page page;
    private static Path next;

    @BeforeAll
    static void start() {
        vaksam = Work.journey(ModuleJourneyIT.class);
        rest = vaksam.rest();
        rest.install("incidents");
        var versions = new IncidentVersions(vaksam);
        rest.install(versions.next());
        next = versions.next();
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
    void whatIsNoModuleIsSaidByTheNameOfTheFile() {
        browser.go(page, "/admin/modules");
        var picture = new FilePayload("semester.jar", "image/png", "kreta".getBytes(StandardCharsets.UTF_8));
        page.locator("input[type=file]").setInputFiles(picture);
        assertThat(page.locator("#plan-title")).hasText("semester.jar är ingen modul");
        assertThat(page.locator(".plan .note.bad")).isVisible();
        assertThat(page.locator(".apply")).hasCount(0);
    }

    @Test
    @Order(2)
    void aPlanSaysItsVerdictFirst() {
        browser.go(page, INCIDENTS);
        plan(page);
        assertThat(page.locator(".verdict > div").first()).containsText("Ja");
        assertThat(page.locator(".verdict > div").nth(3)).containsText("1.1.0 finns kvar");
        assertThat(page.locator(".plan")).containsText("Formulär 1 ändrad");
        Locator sql = page.locator(".sql-box");
        assertThat(sql).isHidden();
        page.locator("summary").filter(having("SQL")).press("Enter");
        assertThat(sql).containsText("ix_extra2");
    }

    @Test
    @Order(3)
    void aPlanCanBeReadByEverybody() {
        var phone = new Look("en-GB", 390, 844, ColorScheme.DARK);
        Page inside = browser.openToInspect(phone, page);
        browser.go(inside, "/admin/modules");
        plan(inside);
        assertThat(inside.locator("#plan-title")).hasText("Update Incidents from 1.1.0 to 1.2.0");
        assertThat(browser.inspect(inside, "plan-" + phone.name())).isEmpty();
        inside.context().close();
    }

    @Test
    @Order(4)
    void anUpdateShowsItsStepsWhileItIsDoneAndAfterwards() {
        page.evaluate(NOTING_WHAT_IS_SHOWN);
        page.getByRole(AriaRole.BUTTON, named("Genomför nu")).click();
        assertThat(page.locator(".toast")).containsText("Händelser är uppdaterad");
        Locator newest = page.locator(".op").first();
        assertThat(newest).hasAttribute("open", "");
        assertThat(newest).containsText("Uppdatering från 1.1.0 till 1.2.0");
        var done = rest.get("/api/modules/history?module=incidents")
                .expect(200)
                .json()
                .path("items")
                .path(0);
        assertThat(newest.locator(".st > li")).hasCount(done.path("steps").size());
        assertThat(newest.locator(".hash")).hasText(done.path("plan").asText());
        assertThat(page.evaluate("shown.title")).isEqualTo("Uppdaterar Händelser");
        assertThat(page.evaluate("shown.done")).isEqualTo(done.path("steps").size());
    }

    @Test
    @Order(5)
    void everyStepOfTheHistoryIsReachedWithTheKeyboard() {
        Locator first = page.locator(".op").last();
        assertThat(first).containsText("Installation av 1.0.0");
        assertThat(first.locator(".inside")).isHidden();
        first.locator("summary").press("Enter");
        assertThat(first.locator(".st > li").first()).containsText("Kontrollera");
    }

    @Test
    @Order(6)
    void anyKeptRevisionCanBeGoneBackTo() {
        page.evaluate(NOTING_WHAT_IS_SHOWN);
        page.getByRole(AriaRole.BUTTON, named("Tillbaka till 1.0.0")).click();
        assertThat(page.locator(".toast")).containsText("tillbaka på en tidigare version");
        assertThat(page.locator(".op").first()).containsText("Tillbaka från 1.2.0 till 1.0.0");
        assertThat(page.evaluate("shown.title")).isEqualTo("Går tillbaka med Händelser");
        assertThat(page.getByRole(AriaRole.REGION, named("Kan gå tillbaka till")))
                .containsText(Pattern.compile("1\\.2\\.0[\\s\\S]*1\\.1\\.0"));
        var module = rest.get("/api/modules").expect(200).json().path("items").path(0);
        assertThat(module.path("version").asText()).isEqualTo("1.0.0");
    }

    private static void plan(Page page) {
        page.locator("input[type=file]").setInputFiles(next);
        assertThat(page.locator(".verdict")).isVisible();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
