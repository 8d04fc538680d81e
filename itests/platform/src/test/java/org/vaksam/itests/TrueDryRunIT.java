package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vaksam.itests.support.Answer;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.IncidentVersions;
import org.vaksam.itests.support.ModuleVariant;
import org.vaksam.itests.support.Rest;

/** Promise P3: the dry run is true. It leaves no trace, and what is done is what it has shown, by its hash, or nothing. */
class TrueDryRunIT {
    private static Distribution vaksam;
    private static Rest rest;
    private static IncidentVersions versions;

    @BeforeAll
    static void start() {
        vaksam = Work.distribution(TrueDryRunIT.class).start();
        rest = vaksam.rest();
        rest.install("incidents");
        versions = new IncidentVersions(vaksam);
    }

    @AfterAll
    static void stop() {
        vaksam.close();
    }

    @Test
    void whatIsDoneIsWhatThePlanHasShown() {
        Path file = versions.next();
        JsonNode before = rest.get("/api/modules").expect(200).json();
        JsonNode plan = plan(file).expect(200).json();

        assertThat(plan.path("possible").asBoolean()).as(plan.toString()).isTrue();
        assertThat(plan.path("sql").findValuesAsText("sql"))
                .satisfiesExactly(first -> assertThat(first).contains("ADD COLUMN extra"), second -> assertThat(second)
                        .contains("CREATE INDEX ix_extra"));
        assertThat(plan.path("changes").findValuesAsText("id")).contains("incidents.report/theft");
        assertThat(plan.path("restarts")).isEmpty();
        assertThat(plan.path("pause").path("budget").asLong()).isPositive();
        assertThat(plan(file).expect(200).json().path("hash")).isEqualTo(plan.path("hash"));
        assertThat(rest.get("/api/modules").expect(200).json()).isEqualTo(before);
        assertThat(rest.get("/api/incidents/reports/definition?kind=theft")
                        .expect(200)
                        .text())
                .doesNotContain(lastField(plan));

        JsonNode done = apply(plan).expect(200).json();

        assertThat(done.path("plan")).isEqualTo(plan.path("hash"));
        assertThat(done.path("steps").findValuesAsText("id")).isEqualTo(ids(plan));
        JsonNode noted = rest.get("/api/modules/history")
                .expect(200)
                .json()
                .path("items")
                .path(0);
        assertThat(noted.path("plan")).isEqualTo(plan.path("hash"));
        assertThat(noted.path("steps").findValuesAsText("id")).isEqualTo(ids(plan));
        assertThat(step(noted, "migrate")).contains("2 SQL statements");
        assertThat(rest.get("/api/incidents/reports/definition?kind=theft")
                        .expect(200)
                        .text())
                .contains(lastField(plan));
    }

    @Test
    void aPlanForAnotherWorldIsRefusedAndSaysWhatChanged() {
        JsonNode plan = plan(versions.next()).expect(200).json();
        rest.install(versions.next());

        Answer refused = apply(plan).expect(409);

        assertThat(refused.problem()).isEqualTo("plan-outdated");
        assertThat(refused.text()).contains("since the plan was made", "Make a new plan");
    }

    @Test
    void whatCannotBeWiredOrServedIsSeenInThePlan() {
        Path file = ModuleVariant.ofGuide(Path.of(System.getProperty("vaksam.docs"), "module.md"))
                .edit(
                        "META-INF/MANIFEST.MF",
                        text -> text.replace("Vaksam-Module", "Import-Package: org.nowhere\nVaksam-Module"))
                .write(vaksam.data().resolve("my-area.jar"));

        JsonNode plan = plan(file).expect(200).json();

        assertThat(plan.path("possible").asBoolean()).isFalse();
        assertThat(plan.path("problems").toString()).contains("org.nowhere", "Install what is missing");
        apply(plan).expect(422);
    }

    private static Answer plan(Path file) {
        return rest.upload("/api/modules/plan", file, "application/java-archive");
    }

    private static Answer apply(JsonNode plan) {
        return rest.post(
                "/api/modules/apply", "{\"plan\":\"" + plan.path("hash").asText() + "\"}");
    }

    private static List<String> ids(JsonNode document) {
        return document.path("steps").findValuesAsText("id");
    }

    private static String step(JsonNode operation, String id) {
        for (JsonNode step : operation.path("steps")) {
            if (step.path("id").asText().equals(id)) {
                return step.path("detail").path("en").asText();
            }
        }
        return "";
    }

    /** The form field that comes with the column of the plan. */
    private static String lastField(JsonNode plan) {
        String sql = plan.path("sql").path(0).path("sql").asText();
        return "\"" + sql.replaceFirst("(?s).*ADD COLUMN (\\w+) .*", "$1") + "\"";
    }
}
