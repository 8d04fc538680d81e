package org.vaksam.casework.page;

import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A whole page: the organisation's name on top, one column, nothing from elsewhere.
 *
 * @param organisation whose page it is
 * @param other        address of the same page in the other language; none where going there would lose something
 */
public record PageFrame(String organisation, Reader reader, Optional<String> other) {
    /** Scripts and styles only from the platform's own files, forms only to it, framed by nobody. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
                    + "font-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /** The answer with this page. */
    public Response answer(int status, String title, Html... content) {
        return Response.status(status)
                .type("text/html; charset=utf-8")
                .header("Content-Security-Policy", POLICY)
                .header("Content-Language", reader.code())
                .header("Vary", "Accept-Language")
                .header("X-Robots-Tag", "noindex")
                .entity(document(title, content).getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private String document(String title, Html... content) {
        Html head = Html.of("head")
                .add(
                        Html.of("meta").attr("charset", "utf-8"),
                        Html.of("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1"),
                        Html.of("title", title + " - " + organisation),
                        Html.of("link").attr("rel", "stylesheet").attr("href", "/report-files/report.css"),
                        Html.of("script").attr("type", "module").attr("src", "/report-files/report.js"));
        Html body = Html.of("body")
                .add(
                        Html.of("a", reader.t("Till innehållet", "Skip to the content"))
                                .kind("skip")
                                .attr("href", "#content"),
                        header(),
                        Html.of("main").attr("id", "content").add(content),
                        footer());
        return "<!doctype html>" + Html.of("html").attr("lang", reader.code()).add(head, body);
    }

    private Html header() {
        Html header =
                Html.of("header").add(Html.of("a", organisation).kind("home").attr("href", "/report"));
        other.ifPresent(address -> header.add(Html.of("a", reader.t("English", "Svenska"))
                .attr("href", address)
                .attr("lang", reader.t("en", "sv"))
                .attr("hreflang", reader.t("en", "sv"))));
        return header;
    }

    private Html footer() {
        return Html.of("footer")
                .add(Html.of("a", reader.t("Följ en rapport med kod", "Follow a report with its code"))
                        .attr("href", "/report/follow"));
    }
}
