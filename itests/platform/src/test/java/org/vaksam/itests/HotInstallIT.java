package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.ModuleVariant;
import org.vaksam.itests.support.Rest;
import org.vaksam.testkit.Waiting;

/** An area is added, updated, removed and added again while the platform runs, and its data is there all the time. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HotInstallIT {
    private static final String REPORTS = "/api/incidents/reports";
    private static final String THEFT =
            "{\"kind\":\"theft\",\"title\":\"Stulen cykel\",\"occurredAt\":\"2026-11-20T10:00:00Z\"}";

    private final Distribution vaksam = Work.distribution(getClass());
    private Rest rest = Rest.anonymous(vaksam.url());
    private String id = "";

    @BeforeAll
    void start() {
        configure(vaksam);
        vaksam.start();
        rest = vaksam.rest();
    }

    @AfterAll
    void stop() {
        vaksam.close();
    }

    /** Before the first start. */
    void configure(Distribution distribution) {
        // as it is shipped: on the embedded database
    }

    @Test
    @Order(1)
    void aMissingAreaSaysWhatToInstall() {
        var answer = rest.get(REPORTS).expect(404);
        assertThat(answer.problem()).isEqualTo("module-missing");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text()).contains("vaksam module install incidents");
    }

    @Test
    @Order(2)
    void theCommandInstallsItWithoutARestart() {
        var result = vaksam.command("module", "install", "incidents");
        assertThat(result.exitCode()).as(result.output()).isZero();
        rest.get(REPORTS).expect(200);
        id = rest.post(REPORTS, THEFT).expect(201).json().path("id").asText();
        assertThat(rest.get("/api/openapi.json").expect(200).text()).contains(REPORTS);
    }

    @Test
    @Order(3)
    void uninstalledWithDataKeptAndInstalledAgainEverythingIsThere() {
        rest.delete("/api/modules/incidents?data=keep").expect(200);
        assertThat(rest.get(REPORTS).expect(404).problem()).isEqualTo("module-missing");
        assertThat(rest.get("/api/records/" + id)
                        .expect(200)
                        .json()
                        .path("dormant")
                        .asBoolean())
                .isTrue();
        rest.install("incidents");
        assertThat(rest.get(REPORTS + "/" + id).expect(200).json().path("title").asText())
                .isEqualTo("Stulen cykel");
    }

    @Test
    @Order(4)
    void aFileInTheHotFolderIsAnUpdate() throws IOException {
        Path update = vaksam.data().resolve("incidents-1.1.0.jar.part");
        secondVersion().write(update);
        Files.move(update, vaksam.data().resolve("hot/incidents-1.1.0.jar"), StandardCopyOption.ATOMIC_MOVE);
        Waiting.until(() -> version().equals("1.1.0"), "the update from the hot folder");
        assertThat(rest.get(REPORTS + "/definition?kind=theft").expect(200).text())
                .contains("insuranceNumber");
        rest.get(REPORTS + "/" + id).expect(200);
    }

    @Test
    @Order(5)
    void backToTheVersionBefore() {
        var operation =
                rest.post("/api/modules/incidents/rollback", "{}").expect(200).json();
        assertThat(operation.path("ok").asBoolean()).isTrue();
        assertThat(version()).isEqualTo("1.0.0");
        rest.get(REPORTS + "/" + id).expect(200);
    }

    @Test
    @Order(6)
    void afterARestartEverythingIsThere() {
        vaksam.stop();
        vaksam.start();
        assertThat(version()).isEqualTo("1.0.0");
        assertThat(rest.get(REPORTS + "/" + id)
                        .expect(200)
                        .json()
                        .path("number")
                        .asText())
                .startsWith("INC-");
        assertThat(rest.get(REPORTS).expect(200).json().path("total").asLong()).isEqualTo(1);
    }

    private ModuleVariant secondVersion() {
        return new ModuleVariant(vaksam.offered("incidents"))
                .version("1.1.0")
                .put(
                        "META-INF/vaksam/db/002-note.up.sql",
                        "ALTER TABLE police_type ADD COLUMN note VARCHAR(200);\n"
                                + "CREATE INDEX ix_police_type_kind ON police_type (kind);\n")
                .put(
                        "META-INF/vaksam/db/002-note.down.sql",
                        "DROP INDEX ix_police_type_kind;\nALTER TABLE police_type DROP COLUMN note;\n")
                .edit(
                        "META-INF/vaksam/definitions/theft.definition.json",
                        text -> text.replaceFirst(
                                "\"fields\"\\s*:\\s*\\[",
                                "\"fields\": [ { \"id\": \"insuranceNumber\", \"type\": \"text\", \"maxLength\": 40, \"facet\": true, \"label\": { \"sv\": \"Försäkringsnummer\", \"en\": \"Insurance number\" } },"));
    }

    private String version() {
        return rest.get("/api/modules")
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("version")
                .asText();
    }
}
