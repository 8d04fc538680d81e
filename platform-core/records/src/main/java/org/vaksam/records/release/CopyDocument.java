package org.vaksam.records.release;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.vaksam.api.text.Text;
import org.vaksam.records.release.Line.Part;

/**
 * The copy as a document that stands by itself, to be printed or sent: HTML without scripts or references. It names neither who
 * gets it nor who made it.
 */
final class CopyDocument {
    private static final String STYLE =
            """
            body{font:11pt/1.5 sans-serif;color:#111;max-width:44rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.5rem;margin:0 0 1.5rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}
            dt{font-weight:600;margin-top:.9rem}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
            .m{background:#111;color:#fff;padding:0 .4em;-webkit-print-color-adjust:exact;print-color-adjust:exact}
            table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #bbb}
            """;

    private final String number;
    private final LocalDate day;
    private final Locale language;

    CopyDocument(String number, LocalDate day, Locale language) {
        this.number = number;
        this.day = day;
        this.language = language;
    }

    String html(List<Line> lines) {
        var html = new StringBuilder();
        String title = number + " - " + say("maskerad kopia", "redacted copy");
        html.append("<!doctype html>\n<html lang=\"")
                .append(say("sv", "en"))
                .append("\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(title))
                .append("</title><style>\n")
                .append(STYLE)
                .append("</style></head><body>\n<p>")
                .append(say("Kopia för utlämnande, ", "Copy for release, "))
                .append(day)
                .append("</p>\n<h1>")
                .append(escaped(number))
                .append("</h1>\n<dl>\n");
        lines.forEach(line -> line(html, line));
        html.append("</dl>\n");
        decision(html, Masking.told(lines));
        return html.append("</body></html>\n").toString();
    }

    private void line(StringBuilder html, Line line) {
        html.append("<dt>").append(escaped(line.label().in(language))).append("</dt><dd>");
        for (Part part : line.parts()) {
            html.append(
                    part.isMasked()
                            ? "<span class=\"m\">" + say("maskerat: ", "masked: ") + escaped(part.ground()) + "</span>"
                            : escaped(part.text()));
        }
        html.append("</dd>\n");
    }

    private void decision(StringBuilder html, List<Masked> masked) {
        html.append("<h2>").append(say("Beslut", "Decision")).append("</h2>\n<p>");
        if (masked.isEmpty()) {
            html.append(say("Inget är maskerat.", "Nothing is masked.")).append("</p>\n");
            return;
        }
        html.append(say(
                        "Det som är maskerat lämnas inte ut, med stöd av offentlighets- och sekretesslagen"
                                + " (2009:400, OSL) eller den bestämmelse som står vid uppgiften. Du har rätt att få"
                                + " ett skriftligt beslut av myndigheten, som du kan överklaga (6 kap. 3 och 7 §§ OSL).",
                        "What is masked is not released, by the Public Access to Information and Secrecy Act"
                                + " (2009:400, OSL) or the provision named with it. You have the right to a written"
                                + " decision by the authority, which you can appeal (OSL 6:3 and 6:7)."))
                .append("</p>\n<table><tr><th>")
                .append(say("Uppgift", "What"))
                .append("</th><th>")
                .append(say("Omfattning", "How much"))
                .append("</th><th>")
                .append(say("Grund", "Ground"))
                .append("</th></tr>\n");
        for (Masked each : masked) {
            String places = each.count() + say(" ställen", " places");
            html.append("<tr><td>")
                    .append(escaped(each.label().in(language)))
                    .append("</td><td>")
                    .append(each.whole() ? say("hela", "all of it") : places)
                    .append("</td><td>")
                    .append(escaped(each.ground()))
                    .append("</td></tr>\n");
        }
        html.append("</table>\n");
    }

    private String say(String swedish, String english) {
        return new Text(swedish, english).in(language);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
