package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.IncidentVersions;
import org.vaksam.itests.support.Rest;

/** Promise P5: rollback is there when things are broken, also from the shell with the web layer down. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RescueIT {
    private static Distribution vaksam;
    private static Rest rest;
    private static String id = "";

    @BeforeAll
    static void start() {
        vaksam = Work.distribution(RescueIT.class).start();
        rest = vaksam.rest();
        rest.install("incidents");
        id = rest.post("/api/incidents/reports", "{\"kind\":\"theft\",\"title\":\"Stulen cykel\"}")
                .expect(201)
                .json()
                .path("id")
                .asText();
        var versions = new IncidentVersions(vaksam);
        rest.install(versions.next());
        rest.install(versions.next());
        vaksam.stop();
    }

    @AfterAll
    static void stop() {
        vaksam.close();
    }

    @Test
    @Order(1)
    void theShellRollsBackWhileTheWebLayerCannotStart() throws IOException {
        Path jetty = jetty();
        byte[] whole = Files.readAllBytes(jetty);
        Files.write(jetty, new byte[] {'b', 'r', 'o', 'k', 'e', 'n'});
        try {
            Work.delete(vaksam.data().resolve("karaf"));
            vaksam.launch();
            vaksam.awaitEnd(Duration.ofMinutes(1));

            var rolledBack = vaksam.command("rescue", "rollback", "incidents");

            assertThat(rolledBack.output()).contains("Done: rollback incidents");
            assertThat(rolledBack.exitCode()).as(rolledBack.output()).isZero();
        } finally {
            Files.write(jetty, whole);
        }
    }

    @Test
    @Order(2)
    void anyKeptRevisionCanBeNamed() {
        var listed = vaksam.command("rescue", "modules");
        assertThat(listed.output())
                .containsPattern("incidents +1\\.1\\.0 +live")
                .containsPattern("1\\.0\\.0 +former");
        String first = listed.output()
                .lines()
                .filter(line -> line.matches("incidents +1\\.0\\.0 +former .*"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();

        assertThat(vaksam.command("rescue", "rollback", "incidents", first).exitCode())
                .isZero();
        var refused = vaksam.command("rescue", "rollback", "incidents", "9.9.9-abc");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("9.9.9-abc is not among those that are kept");
    }

    @Test
    @Order(3)
    void theNextStartServesWhatWasRescued() {
        vaksam.start();
        JsonNode module =
                rest.get("/api/modules").expect(200).json().path("items").path(0);
        assertThat(module.path("version").asText()).isEqualTo("1.0.0");
        assertThat(module.path("state").asText()).isEqualTo("live");
        rest.get("/api/incidents/reports/" + id).expect(200);
        JsonNode last = rest.get("/api/modules/history")
                .expect(200)
                .json()
                .path("items")
                .path(0);
        assertThat(last.path("kind").asText()).isEqualTo("rollback");
        assertThat(last.path("actor").asText()).contains("shell");
    }

    private static Path jetty() throws IOException {
        try (var files = Files.walk(vaksam.home().resolve("system"))) {
            return files.filter(file -> file.getFileName().toString().matches(".*jetty12.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
