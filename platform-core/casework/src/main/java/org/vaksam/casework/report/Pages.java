package org.vaksam.casework.report;

import jakarta.ws.rs.core.Response;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vaksam.api.problem.Problem;
import org.vaksam.casework.page.Html;
import org.vaksam.casework.page.PageFrame;
import org.vaksam.casework.page.Reader;
import org.vaksam.spi.records.Assets;

/** Pages around the form: what can be reported, the receipt, and what went wrong. */
final class Pages {
    private static final String RETRY_AFTER = "retryAfter";

    private final PublicSettings settings;

    Pages(PublicSettings settings) {
        this.settings = settings;
    }

    PageFrame frame(Reader reader, Optional<String> other) {
        return new PageFrame(settings.organisation(), reader, other);
    }

    /** What can be reported, about an asset or at all. */
    Response kinds(Reader reader, List<PublicKind> kinds, Optional<Assets.Sketch> asset, String path) {
        String title = reader.t("Rapportera något som hänt", "Report something that happened");
        Html list = Html.of("ul").kind("kinds");
        String query = "?lang=" + reader.code()
                + asset.map(one -> "&asset=" + one.id()).orElse("");
        for (PublicKind kind : inOrder(reader, kinds)) {
            list.add(Html.of("li")
                    .add(Html.of("a", reader.t(kind.title())).attr("href", "/report/" + kind.key() + query)));
        }
        Html about = asset.map(one -> Html.of("div")
                        .kind("asset")
                        .add(Html.of("p", reader.t("Det gäller", "It is about")).kind("quiet"))
                        .add(Html.of("b", one.name())))
                .orElse(Html.of("div"));
        return frame(reader, Optional.of(path + "?lang=" + reader.t("en", "sv")))
                .answer(
                        200,
                        title,
                        Html.of("h1", title),
                        Html.of(
                                "p",
                                reader.t(
                                        "Tar ungefär en minut. Du behöver inte logga in och får vara anonym.",
                                        "Takes about a minute. You need not sign in and may stay anonymous.")),
                        emergency(reader),
                        about,
                        Html.of("h2", reader.t("Vad gäller det?", "What is it about?")),
                        kinds.isEmpty()
                                ? Html.of(
                                        "p",
                                        reader.t(
                                                "Just nu går det inte att rapportera något här.",
                                                "Nothing can be reported here right now."))
                                : list);
    }

    /** In the reader's alphabet, what fits nothing else last. */
    private static List<PublicKind> inOrder(Reader reader, List<PublicKind> kinds) {
        Collator alphabet = Collator.getInstance(reader.language());
        return kinds.stream()
                .sorted(Comparator.comparing((PublicKind kind) -> kind.kind().equals("other"))
                        .thenComparing(kind -> reader.t(kind.title()), alphabet))
                .toList();
    }

    /** What was stored; {@code code} only where it may be shown. */
    Response receipt(Reader reader, Reporting.Sent sent, Optional<String> code, boolean letters) {
        String title = reader.t("Tack, vi har tagit emot din rapport", "Thank you, we have received your report");
        Html page = Html.of("div").kind("receipt").add(Html.of("h1", title));
        page.add(Html.of(
                "p",
                reader.t("Sparad ", "Stored ") + reader.moment(sent.receipt().createdAt()) + ". "
                        + reader.t("Ärende ", "Case ") + sent.record().number() + "."));
        page.add(code.map(shown -> code(reader, shown))
                .orElse(Html.of(
                                "p",
                                reader.t(
                                        "Det här formuläret är redan skickat, och koden visades då. Vi kan inte ta fram den igen.",
                                        "This form was sent before, and the code was shown then. We cannot find it again."))
                        .kind("note")));
        if (letters && sent.receipt().contact().email().isPresent()) {
            page.add(Html.of(
                    "p",
                    reader.t(
                            "Koden skickas också till adressen du skrev.",
                            "The code is also sent to the address you wrote.")));
        }
        page.add(
                Html.of("h2", reader.t("Vad händer nu?", "What happens now?")),
                Html.of(
                        "p",
                        reader.t(
                                "Den som har ansvaret läser rapporten. Med koden ser du hur det går, och kan svara om någon frågar"
                                        + " dig något.",
                                "Whoever is responsible reads the report. With the code you see how it goes, and can answer if"
                                        + " somebody asks you something.")),
                Html.of("p")
                        .add(Html.of("a", reader.t("Följ ärendet", "Follow the case"))
                                .kind("button")
                                .attr("href", "/report/follow?lang=" + reader.code())));
        return frame(reader, Optional.empty()).answer(200, title, page);
    }

    private static Html code(Reader reader, String code) {
        return Html.of("section")
                .attr("aria-labelledby", "code-title")
                .add(
                        Html.of("h2", reader.t("Din uppföljningskod", "Your follow-up code"))
                                .attr("id", "code-title"),
                        Html.of(
                                "p",
                                reader.t(
                                        "Skriv upp, kopiera eller skriv ut den nu: vi kan inte ta fram den igen.",
                                        "Write it down, copy or print it now: we cannot find it again.")),
                        Html.of("p").kind("code").add(Html.of("output", code).attr("id", "code")),
                        Html.of("p")
                                .kind("tools")
                                .attr("data-copied", reader.t("Kopierad.", "Copied."))
                                .flag("hidden", true)
                                .add(
                                        Html.of("button", reader.t("Kopiera", "Copy"))
                                                .attr("type", "button")
                                                .attr("id", "copy"),
                                        Html.of("button", reader.t("Skriv ut", "Print"))
                                                .attr("type", "button")
                                                .attr("id", "print"),
                                        Html.of("span").attr("role", "status").attr("id", "copied")));
    }

    /** What went wrong and what to do. */
    Response trouble(Reader reader, Problem problem) {
        String title = reader.t(problem.title());
        Html page = Html.of("div").add(Html.of("h1", title), Html.of("p", reader.t(problem.detail())));
        problem.next().ifPresent(next -> page.add(Html.of("p", reader.t(next))));
        Response answer = frame(reader, Optional.empty())
                .answer(
                        problem.status(),
                        title,
                        page,
                        Html.of("p")
                                .add(Html.of("a", reader.t("Till början", "To the start"))
                                        .attr("href", "/report?lang=" + reader.code())));
        Object wait = problem.extras().get(RETRY_AFTER);
        return wait == null
                ? answer
                : Response.fromResponse(answer).header("Retry-After", wait).build();
    }

    static Html emergency(Reader reader) {
        return Html.of("p")
                .kind("emergency")
                .text(reader.t(
                        "Pågår det nu, eller är någon i fara? ", "Is it going on now, or is somebody in danger? "))
                .add(Html.of("a", reader.t("Ring 112", "Call 112")).attr("href", "tel:112"));
    }
}
