package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vaksam.itests.support.Answer;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.Rest;
import org.vaksam.itests.support.UnitTable;

/** A reorganisation is seen before it happens, happens on its day, and rewrites no history. */
class OrganisationIT {
    private static final String IMPORT = "/api/organisation/import?on=";
    private static final String FILE = "application/octet-stream";
    private static final int UNITS = 20_000;
    private static final int SEARCHES = 200;

    private static Distribution vaksam;
    private static Rest rest;

    @BeforeAll
    static void start() {
        vaksam = Work.distribution(OrganisationIT.class).start();
        rest = vaksam.rest();
    }

    @AfterAll
    static void stop() {
        vaksam.close();
    }

    @Test
    void aReorganisationOfTwentyThousandUnits() throws IOException {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Stockholm"));
        LocalDate later = today.plusDays(30);
        Path file = vaksam.data().resolve("units.csv");
        Files.writeString(file, UnitTable.csv(UNITS));
        timed("import", () -> rest.upload(IMPORT + today, file, FILE).expect(200));

        String exported =
                rest.get("/api/organisation/export?format=csv").expect(200).text();
        Path again = vaksam.data().resolve("again.csv");
        Files.writeString(again, exported);
        assertThat(rest.upload(IMPORT + later + "&whole=true&preview=true", again, FILE)
                        .expect(200)
                        .json()
                        .path("counts"))
                .isEmpty();

        Files.writeString(again, exported.replace(";Enhet 1;", ";Nytt namn;").replaceAll("(?m)^k19999;.*\\R", ""));
        JsonNode preview = timed("preview", () -> rest.upload(IMPORT + later + "&whole=true&preview=true", again, FILE)
                        .expect(200))
                .json();
        assertThat(preview.path("possible").asBoolean()).isTrue();
        assertThat(preview.path("counts").path("ended").asInt()).isEqualTo(1);
        assertThat(preview.path("counts").path("renamed").asInt()).isEqualTo(1);
        rest.upload(IMPORT + later + "&whole=true", again, FILE).expect(200);

        assertThat(rest.get("/api/units/C19999")
                        .json()
                        .path("unit")
                        .path("valid")
                        .asBoolean())
                .isTrue();
        assertThat(rest.get("/api/units/C19999?on=" + later)
                        .json()
                        .path("unit")
                        .path("valid")
                        .asBoolean())
                .isFalse();
        assertThat(rest.get("/api/units/C1/history").expect(200).json().path("items"))
                .hasSize(2);
        move(later);
        search();
        rest.get("/api/organisation/export?format=xlsx&on=" + later).expect(200);
        assertThat(Rest.anonymous(vaksam.url()).get("/api/units/tree").status()).isEqualTo(401);
    }

    private static void move(LocalDate later) {
        Answer unit = rest.get("/api/units/C2").expect(200);
        String version = unit.header("ETag");
        String body = "{\"parent\":\"C3\",\"from\":\"" + later + "\"}";
        rest.patch("/api/units/C2", body).expect(428);
        timed("move", () -> rest.patch("/api/units/C2", body, "If-Match", version)
                .expect(200));
        rest.patch("/api/units/C2", body, "If-Match", version).expect(412);
        rest.patch("/api/units/C3", "{\"parent\":\"C2\",\"from\":\"" + later + "\"}", "If-Match", "*")
                .expect(422);
        assertThat(rest.get("/api/units/C2?on=" + later).json().path("above")).hasSize(2);
        assertThat(rest.get("/api/units/C2").json().path("above")).hasSize(1);
        rest.post("/api/units/C3/end", "{\"last\":\"" + later + "\"}", "If-Match", "*")
                .expect(422);
    }

    private static void search() {
        long[] millis = LongStream.range(0, SEARCHES)
                .map(i -> {
                    long start = System.nanoTime();
                    rest.get("/api/units/search?q=enhet%20" + i).expect(200);
                    return (System.nanoTime() - start) / 1_000_000;
                })
                .sorted()
                .toArray();
        System.out.println(
                "search: median " + millis[SEARCHES / 2] + " ms, p99 " + millis[SEARCHES * 99 / 100] + " ms");
        assertThat(rest.get("/api/units/search?q=c777")
                        .json()
                        .path("items")
                        .path(0)
                        .path("unit")
                        .path("code")
                        .asText())
                .isEqualTo("C777");
    }

    private static Answer timed(String what, Supplier<Answer> work) {
        long start = System.nanoTime();
        Answer answer = work.get();
        System.out.println(what + ": " + (System.nanoTime() - start) / 1_000_000 + " ms");
        return answer;
    }
}
