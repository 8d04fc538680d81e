package org.vaksam.records.design;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.records.value.Json;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.testkit.TestDatabase;

/** A studio on a database that the test chooses. */
abstract class StudioScene {
    Studio studio;

    abstract TestDatabase open(Path directory);

    @BeforeEach
    void start(@TempDir Path folder) {
        studio = new Studio(open(folder));
    }

    @AfterEach
    void stop() {
        studio.close();
    }

    RecordRow change(RecordRow row, Map<String, Object> members) {
        return studio.engine.change.patch(studio.engine.type(), row.id(), version -> true, members);
    }

    RecordRow triage(RecordRow row, Map<String, Object> members) {
        return studio.engine.change.transition(studio.engine.type(), row.id(), Optional.empty(), "triage", members);
    }

    int version(String kind) {
        return studio.engine.definitions.newest(Studio.TYPE, kind).orElseThrow().version();
    }

    JsonNode kind(String kind) {
        JsonNode kinds = Json.MAPPER.valueToTree(studio.overview.types()).at("/0/kinds");
        for (JsonNode each : kinds) {
            if (each.path("kind").asText().equals(kind)) {
                return each;
            }
        }
        throw new AssertionError(kinds.toString());
    }
}
