package org.vaksam.security.person;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.text.Text;
import org.vaksam.security.person.Findings.Part;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;

/** What is known of a person as one file: a page to read, and everything as data. */
final class PersonExport {
    private final Person person;
    private final Findings findings;
    private final Locale language;

    PersonExport(Person person, Findings findings, Locale language) {
        this.person = person;
        this.findings = findings;
        this.language = language;
    }

    /** Writes the archive as it reads; leaves the stream open. */
    void write(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        entry(zip, text(new Text("oversikt.html", "overview.html")), overview());
        for (Part part : findings.parts()) {
            zip.putNextEntry(new ZipEntry(part.source().name() + ".jsonl"));
            for (PersonPlace place : part.places()) {
                Map<String, @Nullable Object> copy = part.source().copy(person, place.id());
                zip.write((JSONObjectUtils.toJSONString(copy) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            zip.closeEntry();
        }
        zip.finish();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String overview() {
        String title = text(new Text("Uppgifter om en person", "What is known of a person"));
        return "<!DOCTYPE html>\n<html lang=\"" + language.getLanguage() + "\"><meta charset=\"utf-8\"><title>" + title
                + "</title>\n<h1>" + title + "</h1>\n<p>" + Instant.now() + "</p>\n"
                + findings.parts().stream().map(this::section).collect(Collectors.joining())
                + findings.missing().stream()
                        .map(name -> "<p><strong>"
                                + text(new Text("Kunde inte läsas: ", "Could not be read: ")) + escaped(name)
                                + "</strong></p>\n")
                        .collect(Collectors.joining())
                + "</html>\n";
    }

    private String section(Part part) {
        String hidden = part.found().hidden().isEmpty()
                ? ""
                : "<p>" + part.found().hidden().size()
                        + text(new Text(
                                " till, som den som gjorde filen inte får se",
                                " more that whoever made the file may not see"))
                        + "</p>\n";
        return "<h2>" + escaped(text(part.source().title())) + "</h2>\n<ul>\n"
                + part.places().stream().map(this::line).collect(Collectors.joining()) + "</ul>\n" + hidden;
    }

    private String line(PersonPlace place) {
        return "<li>"
                + escaped(text(place.area()) + " " + place.label() + " · " + place.title() + " · "
                        + String.join(", ", place.found()))
                + "</li>\n";
    }

    private String text(Text text) {
        return text.in(language);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
