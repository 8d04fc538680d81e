package org.vaksam.casework.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vaksam.casework.report.Http.at;
import static org.vaksam.casework.report.Http.find;
import static org.vaksam.casework.report.Http.form;
import static org.vaksam.casework.report.Http.from;
import static org.vaksam.casework.report.Http.text;

import jakarta.ws.rs.core.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.testkit.TestDatabase;

class ReportingTest {
    private ReportHouse house;

    TestDatabase database(Path folder) {
        return TestDatabase.derby(folder);
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        house = new ReportHouse(database(folder), folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private String token(ReportResource report) {
        return find(
                "name=\"token\" value=\"([^\"]+)\"",
                report.form("damage", "", "sv", at("/report/damage"), from("10.0.0.1")));
    }

    private static Response send(ReportResource report, String token, String... more) {
        var all = new ArrayList<String>(List.of("token", token, "lang", "sv", "seen", "yes"));
        all.addAll(List.of(more));
        return report.send("damage", form(all.toArray(String[]::new)), from("10.0.0.1"));
    }

    @Test
    void asksForWhatIsPublicOnly() {
        String start = text(house.report().start("sv", at("/report"), from("10.0.0.1")));
        assertThat(start).contains("/report/damage?lang=sv").doesNotContain("inside");

        String page = text(house.report().form("damage", "", "en", at("/report/damage"), from("10.0.0.1")));
        assertThat(page)
                .contains("English object", "English pane", "English cost (SEK)", "lang=\"en\"", "data-show-if")
                .doesNotContain("English measures", "English people");
        Response hidden = house.report().form("inside", "", "en", at("/report/inside"), from("10.0.0.1"));
        assertThat(hidden.getStatus()).isEqualTo(404);
        assertThat(hidden.getHeaderString("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void storesWhatWasFilledInOnceHoweverOftenItIsSent() {
        ReportResource report = house.report();
        String token = token(report);
        String[] filled = {
            "what", "Ruta krossad. Glas på marken.",
            "f.object", "glass",
            "f.pane", "den vänstra",
            "f.cost", "1 250,50",
            "f.seen", "true",
            "f.measures", "not asked",
            "place", "Skolgården",
            "latitude", "56.05",
            "longitude", "12.7",
            "when", "2026-11-23T08:30",
            "name", "Kalle",
            "email", "kalle@example.se"
        };
        Response first = send(report, token, filled);
        Response second = send(house.report(), token, filled);

        assertThat(first.getStatus()).isEqualTo(200);
        String code = find("id=\"code\">([^<]+)<", first);
        assertThat(find("id=\"code\">([^<]+)<", second)).isEqualTo(code);
        assertThat(code).matches("([0-9A-Z]{4}-){4}[0-9A-Z]{4}");
        assertThat(house.engine.stored()).hasSize(1);
        RecordRow row = house.engine.stored().get(0);
        assertThat(row.title()).isEqualTo("Ruta krossad");
        assertThat(row.channel()).isEqualTo("public");
        assertThat(row.occurredAt().orElseThrow()).hasToString("2026-11-23T07:30:00Z");
        assertThat(row.fields())
                .containsOnlyKeys("object", "pane", "cost", "seen")
                .containsEntry("seen", true);
        assertThat(row.createdBy()).isEmpty();
        assertThat(house.codes()).containsExactly(code);
        house.deliver();
        assertThat(house.codes()).isEmpty();
        assertThat(house.letters).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo("kalle@example.se");
            assertThat(letter.text()).contains(code).doesNotContain("Glas");
        });
        assertThat(house.bound).allSatisfy(caller -> assertThat(caller.permissions())
                .isSubsetOf("incidents:report:create", "platform:assets:read"));
    }

    @Test
    void manyCopiesAtOnceMakeOneRecord() throws Exception {
        ReportResource report = house.report();
        String token = token(report);
        var threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Response>> copies = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                copies.add(() -> send(report, token, "what", "Ruta krossad", "f.object", "door"));
            }
            var codes = new HashSet<String>();
            for (Future<Response> answer : threads.invokeAll(copies)) {
                codes.add(find("id=\"code\">([^<]+)<", answer.get()));
            }
            assertThat(codes).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(house.engine.stored()).hasSize(1);
    }

    @Test
    void saysAtTheFieldWhatIsWrongAndKeepsWhatWasWritten() {
        ReportResource report = house.report();
        Response answer = send(
                report,
                token(report),
                "what",
                "<b>Ruta</b>",
                "f.object",
                "glass",
                "f.cost",
                "mycket",
                "f.day",
                "igår",
                "when",
                "2027-01-01T00:00",
                "email",
                "kalle");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(answer))
                .contains("href=\"#field-f-pane\"", "href=\"#field-f-cost\"", "href=\"#field-f-day\"")
                .contains("href=\"#field-when\"", "href=\"#field-email\"", "aria-invalid=\"true\"")
                .contains("&lt;b&gt;Ruta", "value=\"mycket\"", "<title>Fel: ")
                .doesNotContain("<b>Ruta");
        assertThat(house.engine.stored()).isEmpty();
    }

    @Test
    void answersToQuestionsThatAreNotAskedAreLeftOut() {
        ReportResource report = house.report();
        Response answer = send(report, token(report), "what", "Dörren", "f.object", "door", "f.pane", "x".repeat(9999));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(house.engine.stored().get(0).fields()).containsOnlyKeys("object");
    }

    @Test
    void whatTheEngineRefusesIsSaidAtTheField() {
        ReportResource report = house.report();
        Response answer = send(report, token(report), "what", "refuse", "f.object", "door", "f.cost", "1");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(answer)).contains("href=\"#field-f-cost\"", "Är för stort.");
        assertThat(house.engine.stored()).isEmpty();
    }

    @Test
    void onlyAFormFromHereIsTakenAndNotForEver() {
        ReportResource report = house.report();
        String token = token(report);
        assertThat(send(report, "x" + token, "what", "Ruta", "f.object", "door").getStatus())
                .isEqualTo(422);
        assertThat(send(report, "", "what", "Ruta", "f.object", "door").getStatus())
                .isEqualTo(422);
        Response trapped = send(report, token, "what", "Ruta", "f.object", "door", "website", "http://spam");
        assertThat(trapped.getStatus()).isEqualTo(422);
        house.clock.advance(Duration.ofHours(25));
        Response late = send(report, token, "what", "Ruta", "f.object", "door");

        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(text(late)).contains(">Ruta</textarea>");
        assertThat(house.engine.stored()).isEmpty();
        String fresh = find("name=\"token\" value=\"([^\"]+)\"", late);
        assertThat(send(report, fresh, "what", "Ruta", "f.object", "door").getStatus())
                .isEqualTo(200);
    }

    @Test
    void stopsWhoeverSendsTooMuch() {
        ReportResource report = house.report();
        for (int i = 0; i < 20; i++) {
            send(report, "");
        }
        Response stopped = send(report, "");
        assertThat(stopped.getStatus()).isEqualTo(429);
        assertThat(stopped.getHeaderString("Retry-After")).isNotBlank();
        assertThat(text(stopped)).contains("112");
        assertThat(report.send("damage", form("token", ""), from("10.0.0.2")).getStatus())
                .isEqualTo(422);
    }

    @Test
    void aQrCodeSaysWhatItIsAboutAndWhoseItIs() {
        ReportResource report = house.report();
        String page = text(report.asset("HUS-A", "sv", at("/report/a/HUS-A"), from("10.0.0.1")));
        assertThat(page).contains("Tågaborgsskolan, hus A", "/report/damage?lang=sv&amp;asset=" + ReportHouse.ASSET);

        send(report, token(report), "what", "Ruta", "f.object", "door", "asset", ReportHouse.ASSET);
        RecordRow row = house.engine.stored().get(0);
        assertThat(row.asset()).contains(ReportHouse.ASSET);
        assertThat(row.unit()).contains("u1");
        assertThat(row.place().orElseThrow().name()).isEqualTo("Gatan 1");

        assertThat(report.asset("nothing", "sv", at("/report/a/nothing"), from("10.0.0.1"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void showsWhatIsKnownNearbyBeforeItIsSent() {
        ReportResource report = house.report();
        send(
                report,
                token(report),
                "what",
                "Hemligt innehåll",
                "f.object",
                "door",
                "latitude",
                "56.05",
                "longitude",
                "12.7");
        String token = token(report);
        String[] filled = {"what", "Ruta", "f.object", "door", "latitude", "56.0501", "longitude", "12.7", "seen", ""};
        var first = new ArrayList<String>(List.of("token", token, "lang", "sv"));
        first.addAll(List.of(filled));
        Response known = report.send("damage", form(first.toArray(String[]::new)), from("10.0.0.1"));

        assertThat(known.getStatus()).isEqualTo(200);
        assertThat(text(known))
                .contains("inom 100 m", "Mottagen", "name=\"seen\" value=\"yes\"")
                .doesNotContain("Hemligt");
        assertThat(house.engine.stored()).hasSize(1);
        send(report, token, "what", "Ruta", "f.object", "door", "latitude", "56.0501", "longitude", "12.7");
        assertThat(house.engine.stored()).hasSize(2);
        Response far = report.nearby("57.0", "12.7", "sv", from("10.0.0.1"));
        assertThat(far.getStatus()).isEqualTo(204);
    }

    @Test
    void theOperatorSwitchesItOff() {
        ReportResource report = house.with("enabled", "false").report();
        assertThat(report.start("sv", at("/report"), from("10.0.0.1")).getStatus())
                .isEqualTo(404);
        assertThat(send(report, "", "what", "Ruta").getStatus()).isEqualTo(404);
    }

    @Test
    void unitsAreChosenOnlyFromThoseThatAreOffered() {
        ReportResource report = house.with("units", "SKOLA, GONE").report();
        assertThat(send(report, token(report), "what", "Ruta", "f.object", "door", "unit", "u2")
                        .getStatus())
                .isEqualTo(422);
        send(report, token(report), "what", "Ruta", "f.object", "door", "unit", "u1");
        assertThat(house.engine.stored().get(0).unit()).contains("u1");
    }
}
