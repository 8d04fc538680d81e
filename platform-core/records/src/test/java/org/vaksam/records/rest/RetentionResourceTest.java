package org.vaksam.records.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.records.engine.FakeAccess;
import org.vaksam.records.retention.Office;
import org.vaksam.records.retention.RetentionRuns;
import org.vaksam.records.value.Json;
import org.vaksam.spi.exchange.TableFiles;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.testkit.TestDatabase;

/** What clients see of retention: everything is counted, and nothing is shown that they may not see. */
class RetentionResourceTest {
    private Office office;
    private RetentionJson json;
    private RetentionTables tables;

    @BeforeEach
    void aRestrictedAndAnOpenTheftOfLongAgo(@TempDir Path folder) {
        office = new Office(TestDatabase.derby(folder));
        json = new RetentionJson(office.engine.permissions);
        tables = new RetentionTables(new PlainTables());
        office.rule("theft", Map.of("keep", "P10Y", "from", "closed", "ground", Map.of("sv", "Beslut 1", "en", "D 1")));
        office.closed("2010-05-03T10:00:00Z", Map.of("title", "Öppen"));
        office.closed(
                "2010-05-03T10:00:00Z",
                Map.of("title", "Hemlig", "secrecy", "restricted", "secrecyGround", "OSL 21:1"));
    }

    @AfterEach
    void stop() {
        office.close();
    }

    @Test
    void whatMayNotBeSeenIsCountedAndNotShown() throws JsonProcessingException {
        office.engine.access.be(FakeAccess.ANNA, "platform:retention:manage", "incidents:report:read");

        JsonNode preview = Json.MAPPER.readTree(resource().preview("2026-01-01"));

        assertThat(preview.path("due").asInt()).isEqualTo(2);
        assertThat(preview.path("records").asInt()).isEqualTo(2);
        assertThat(preview.path("hidden").asInt()).isEqualTo(1);
        assertThat(preview.path("items")).hasSize(1);
        assertThat(preview.toString()).contains("Öppen").doesNotContain("Hemlig");
        assertThat(text(tables.plan(json.visible(office.preview.of(LocalDate.of(2026, 1, 1))))))
                .contains("Öppen")
                .doesNotContain("Hemlig");
    }

    @Test
    void whatIsSecretByItselfIsNotShownEither() throws JsonProcessingException {
        office.closed("2010-05-03T10:00:00Z", Map.of("title", "Gömd", "secretFields", Map.of("title", "OSL 21:1")));
        office.engine.access.be(FakeAccess.ANNA, "platform:retention:manage", "incidents:report:read");

        assertThat(resource().preview("2026-01-01")).contains("Öppen").doesNotContain("Gömd");
        assertThat(text(tables.plan(json.visible(office.preview.of(LocalDate.of(2026, 1, 1))))))
                .doesNotContain("Gömd");
    }

    @Test
    void theProtocolNamesRuleGroundAndWhoButNoTitle() throws JsonProcessingException {
        RetentionRuns runs = office.runs();
        var resource = new RetentionResource(office.rules, office.preview, runs, json, tables);
        JsonNode preview = Json.MAPPER.readTree(resource.preview("2026-01-01"));
        String body =
                "{\"on\":\"2026-01-01\",\"hash\":\"" + preview.path("hash").asText() + "\"}";
        assertThat(resource.start(body.getBytes(StandardCharsets.UTF_8)).getStatus())
                .isEqualTo(202);
        runs.work();
        String id = Json.MAPPER
                .readTree(resource.runs())
                .path("items")
                .path(0)
                .path("id")
                .asText();

        String protocol = text(tables.protocol(runs.find(id).orElseThrow(), runs.items(id)));

        assertThat(Json.MAPPER
                        .readTree(resource.run(id))
                        .path("records")
                        .path("deleted")
                        .asInt())
                .isEqualTo(2);
        assertThat(protocol)
                .contains("2010-05-03,2021-01-01,delete,Beslut 1,deleted")
                .contains("Anna")
                .doesNotContain("Öppen");
        assertThatThrownBy(() -> resource.protocol("nothing")).isInstanceOf(Problem.class);
    }

    @Test
    void holdsAreShownToWhoMaySeeTheRecord() throws JsonProcessingException {
        RecordRow row = office.engine.theft();
        var holds = new HoldsResource(office.engine.holds, office.engine.reading, json);
        holds.place(row.number(), "{\"reason\":\"Tvist\"}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> holds.place(row.number(), "{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Problem.class);
        assertThat(Json.MAPPER.readTree(holds.list("")).path("items")).hasSize(1);
        RecordRow other = office.engine.theft();
        assertThat(Json.MAPPER.readTree(holds.list(other.id())).path("items")).isEmpty();
        assertThat(Json.MAPPER
                        .readTree(holds.list(row.number()))
                        .path("items")
                        .path(0)
                        .path("reason")
                        .asText())
                .isEqualTo("Tvist");
        office.engine.access.be(FakeAccess.ANNA, "platform:retention:hold");

        JsonNode unseen = Json.MAPPER.readTree(holds.list(""));

        assertThat(unseen.path("items")).isEmpty();
        assertThat(unseen.path("hidden").asInt()).isEqualTo(1);
        assertThatThrownBy(() -> holds.list(row.id()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
        assertThatThrownBy(() -> holds.lift(row.id(), "x"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
    }

    @Test
    void aDayThatIsNoDayIsRefused() {
        assertThatThrownBy(() -> resource().preview("tomorrow")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> resource().preview("2026-02-30")).isInstanceOf(Problem.class);
    }

    private RetentionResource resource() {
        return new RetentionResource(office.rules, office.preview, office.runs(), json, tables);
    }

    private static String text(List<List<String>> rows) {
        var out = new ByteArrayOutputStream();
        new PlainTables().write(TableFiles.Format.CSV, rows, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Commas between the cells and nothing more. */
    private static final class PlainTables implements TableFiles {
        @Override
        public List<Row> read(InputStream file) throws IOException {
            throw new IOException("Tables are only written here");
        }

        @Override
        public void write(Format format, List<List<String>> rows, OutputStream out) {
            try {
                for (List<String> row : rows) {
                    out.write((String.join(",", row) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
