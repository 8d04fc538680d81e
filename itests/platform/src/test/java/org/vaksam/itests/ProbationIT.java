package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.health.HealthCheck;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.Rest;
import org.vaksam.testkit.SampleJar;
import org.vaksam.testkit.Waiting;
import org.vaksam.testkit.broken.Answering;
import org.vaksam.testkit.broken.Failing;
import org.vaksam.testkit.broken.Sickening;

/** An update that turns out bad after it went live is taken back without anybody having to be there. */
class ProbationIT {
    private static final String THINGS = "/api/probe/things";
    private static final String GOOD = "1.0.0";

    private static Distribution vaksam;
    private static Rest rest;

    @BeforeAll
    static void start() {
        vaksam = Work.distribution(ProbationIT.class).start();
        rest = vaksam.rest();
    }

    @AfterAll
    static void stop() {
        vaksam.close();
    }

    @BeforeEach
    void theGoodOneServes(@TempDir Path folder) {
        if (!live().equals(GOOD)) {
            rest.install(answering(GOOD).write(folder));
        }
        rest.get(THINGS).expect(200);
    }

    @Test
    void oneThatFailsItsRequestsIsTakenBack(@TempDir Path folder) {
        rest.install(withResource("2.0.0", Failing.class).write(folder));
        assertThat(live()).isEqualTo("2.0.0");
        for (int request = 0; request < 5; request++) {
            rest.get(THINGS).expect(500);
        }
        Waiting.until(() -> live().equals(GOOD), "the former revision");
        rest.get(THINGS).expect(200);
        assertThat(lastReason()).contains("5 of 5 requests to the new revision failed");
    }

    @Test
    void oneThatFallsIllIsTakenBack(@TempDir Path folder) {
        rest.install(answering("3.0.0")
                .header(
                        "Import-Package",
                        "jakarta.ws.rs,org.vaksam.api.security,org.vaksam.api.health,org.vaksam.api.text")
                .component(Sickening.class, HealthCheck.class.getName(), "")
                .write(folder));
        assertThat(live()).isEqualTo("3.0.0");
        Waiting.until(() -> live().equals(GOOD), "the former revision");
        rest.get(THINGS).expect(200);
        assertThat(lastReason()).contains("The new revision is not well: The card reader does not answer");
    }

    private static SampleJar answering(String version) {
        return withResource(version, Answering.class);
    }

    private static SampleJar withResource(String version, Class<?> resource) {
        return SampleJar.module("probe", version)
                .header("Import-Package", "jakarta.ws.rs,org.vaksam.api.security")
                .component(resource, resource.getName(), "<property name=\"osgi.jakartars.resource\" value=\"true\"/>");
    }

    private static String live() {
        for (JsonNode module : rest.get("/api/modules").expect(200).json().path("items")) {
            if (module.path("id").asText().equals("probe")) {
                return module.path("version").asText();
            }
        }
        return "";
    }

    /** Why the newest operation was carried out. */
    private static String lastReason() {
        JsonNode newest = rest.get("/api/modules/history?module=probe")
                .expect(200)
                .json()
                .path("items")
                .path(0);
        assertThat(newest.path("kind").asText()).isEqualTo("rollback");
        return newest.toString();
    }
}
