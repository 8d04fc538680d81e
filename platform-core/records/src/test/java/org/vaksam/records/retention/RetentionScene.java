package org.vaksam.records.retention;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.journal.Journal;
import org.vaksam.testkit.TestDatabase;

/** An office that keeps thefts for ten years, on a database that the test chooses. */
abstract class RetentionScene {
    static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    static final Map<String, Object> TEN_YEARS = Map.of(
            "keep", "P10Y", "from", "closed", "ground", Map.of("sv", "Beslut KS 2026:1", "en", "Decision KS 2026:1"));

    Office office;

    abstract TestDatabase open(Path directory);

    @BeforeEach
    void start(@TempDir Path folder) {
        office = new Office(open(folder));
        office.rule("theft", TEN_YEARS);
    }

    @AfterEach
    void stop() {
        office.close();
    }

    RetentionRules.KindRule rule(String kind) {
        return office.rules.all().stream()
                .filter(one -> one.kind().kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    List<String> actions() {
        return office.engine.journal.entries().stream()
                .map(Journal.Entry::action)
                .toList();
    }
}
