package org.vaksam.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The machine's Chromium on the console, which notes every error and every request that leaves the platform. That nobody is
 * signed in yet, or that somebody else was first, is no error: the console says so to the person.
 */
final class Browser implements AutoCloseable {
    private static final List<String> WCAG_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");
    private static final double LIMIT_MILLIS = 20_000;

    private final URI base;
    private final Path screenshots = Path.of(System.getProperty("vaksam.work"), "screenshots");
    private final Playwright playwright = Playwright.create();
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    /** How a person looks at the console. */
    record Look(String locale, int width, int height, ColorScheme colours) {
        static final Look DESK = new Look("sv-SE", 1440, 1000, ColorScheme.LIGHT);

        String name() {
            return width + "-" + colours.name().toLowerCase(Locale.ROOT);
        }
    }

    Browser(URI base) {
        this.base = base;
        String executable = System.getenv().getOrDefault("VAKSAM_BROWSER", "/usr/bin/chromium");
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(executable))
                        .setArgs(ARGUMENTS));
        PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT_MILLIS);
    }

    /** A window of its own in which nobody is signed in. */
    Page open(Look look) {
        return open(options(look));
    }

    /** A window of its own in which this person is at home. */
    Page openAs(String username, String password) {
        Page page = open(Look.DESK);
        signIn(page, username, password);
        awaitSight(page, ".side");
        return page;
    }

    /** A window of its own with the session of another page. */
    Page open(Look look, Page signedIn) {
        return open(options(look).setStorageState(signedIn.context().storageState()));
    }

    /** The same, but axe may be put into its pages, which the console's content security policy forbids. */
    Page openToInspect(Look look, Page signedIn) {
        return open(
                options(look).setStorageState(signedIn.context().storageState()).setBypassCSP(true));
    }

    /** Without a session, and without scripts where they are not wanted. */
    Page openWithout(Look look, boolean script) {
        return open(options(look).setJavaScriptEnabled(script));
    }

    /** Without a session, to inspect. */
    Page openToInspect(Look look) {
        return open(options(look).setBypassCSP(true));
    }

    private static NewContextOptions options(Look look) {
        return new NewContextOptions()
                .setLocale(look.locale())
                .setTimezoneId("Europe/Stockholm")
                .setViewportSize(look.width(), look.height())
                .setColorScheme(look.colours())
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    private Page open(NewContextOptions options) {
        BrowserContext context = chromium.newContext(options);
        context.setDefaultTimeout(LIMIT_MILLIS);
        context.onConsoleMessage(this::note);
        context.onWebError(error -> troubles.add("error: " + error.error()));
        context.onRequest(request -> note(request.url()));
        Page page = context.newPage();
        page.navigate(address("/"));
        return page;
    }

    private void note(ConsoleMessage message) {
        boolean session =
                message.location().contains("/api/session") && message.text().contains("401");
        boolean overtaken = message.text().contains("status of 412");
        if (message.type().equals("error") && !session && !overtaken) {
            troubles.add("console: " + message.text() + " at " + message.location());
        }
    }

    private void note(String request) {
        URI uri = URI.create(request.replaceAll("[?#].*|(?<=^(data|blob):).*", "/"));
        boolean inside = List.of("data", "blob").contains(uri.getScheme());
        if (!inside && !base.getAuthority().equals(uri.getAuthority())) {
            troubles.add("leaves the platform: " + request);
        }
    }

    /** Where a page of the console is. */
    String address(String path) {
        return base.resolve("/console" + path).toString();
    }

    static void signIn(Page page, String username, String password) {
        page.locator("[name=username]").fill(username);
        page.locator("[name=password]").fill(password);
        page.locator("button[type=submit]").click();
    }

    /** Goes to another page of the console without loading it anew, as a link does. */
    void go(Page page, String path) {
        page.evaluate(
                "to => { history.pushState(null, '', to); dispatchEvent(new PopStateEvent('popstate')); }",
                address(path));
    }

    /** What WCAG 2.1 AA forbids on the page, and whether it scrolls sideways; a picture of it is kept for people. */
    List<String> inspect(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(screenshots.resolve(name + ".png")));
        var found = new ArrayList<String>();
        for (Rule rule : new AxeBuilder(page)
                .withTags(WCAG_AA)
                .setLegacyMode(true)
                .analyze()
                .getViolations()) {
            rule.getNodes().stream()
                    .limit(3)
                    .map(node -> name + ": " + rule.getId() + " " + node.getHtml() + " " + node.getFailureSummary())
                    .forEach(found::add);
        }
        Object over = page.evaluate("document.documentElement.scrollWidth - innerWidth");
        if (over instanceof Number pixels && pixels.intValue() > 0) {
            found.add(name + " scrolls sideways by " + pixels);
        }
        return found;
    }

    /** Waits until the element is seen. */
    static void awaitSight(Page page, String selector) {
        assertThat(page.locator(selector).first()).isVisible();
    }

    /** Errors of pages and requests to elsewhere, of all windows since the start. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
