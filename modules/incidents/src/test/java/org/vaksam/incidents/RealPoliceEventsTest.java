package org.vaksam.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.vaksam.api.records.ExternalKey;

/** Every event of almost three years becomes a report. Runs where the data set lies beside the project. */
class RealPoliceEventsTest {
    private static final Path FILE =
            Path.of("..", "..", "..", "shared", "data", "police-events", "police-events-2023-2025.jsonl.gz");
    private static final int EVENTS = 69_817;

    private final FakePoliceTypes types = new FakePoliceTypes();

    @Test
    void everyEventIsRead() throws IOException {
        assumeTrue(Files.isReadable(FILE), "the data set is not here");
        var script = Files.readString(Path.of("src/main/resources/META-INF/vaksam/db/001-police-types.up.sql"));
        script.lines()
                .map(line -> line.strip().split("'"))
                .filter(parts -> parts.length == 5)
                .forEach(parts -> types.with(parts[1], parts[3]));
        int before = types.rows.size();
        var reader = new PoliceEventsFormat(types).open();
        var keys = new HashSet<ExternalKey>();
        var json = new ObjectMapper();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                var record = reader.read(json.readValue(line, new TypeReference<Map<String, Object>>() {}));
                keys.add(record.externalKey().orElseThrow());
                assertThat(record.place()).isPresent();
                assertThat(record.occurredAt().orElseThrow())
                        .isBetween(Instant.parse("2023-01-01T00:00:00Z"), Instant.parse("2026-01-02T00:00:00Z"));
            }
        }
        assertThat(keys).hasSize(EVENTS);
        assertThat(types.rows).as("every published type is known").hasSize(before);
    }
}
