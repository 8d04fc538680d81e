package org.vaksam.records.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.journal.Journal;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.testkit.TestDatabase;

class RestrictedReadingTest {
    @Test
    void aListLeavesATraceOfEachRestrictedRecordThatItShows(@TempDir Path folder) {
        var engine = new Engine(TestDatabase.derby(folder)).withReports();
        engine.access.be(FakeAccess.ANNA, "*");
        RecordRow open = engine.theft();
        RecordRow first = engine.create(
                Map.of("kind", "theft", "title", "Hemligt", "secrecy", "restricted", "secrecyGround", "OSL 26:1"));
        RecordRow second = engine.create(
                Map.of("kind", "theft", "title", "Också", "secrecy", "restricted", "secrecyGround", "OSL 26:1"));
        int before = engine.journal.entries().size();

        engine.reading.readAll(List.of(open.id(), first.id(), second.id()));
        assertThat(engine.journal.entries().subList(before, before + 2))
                .extracting(Journal.Entry::action, Journal.Entry::subject)
                .containsExactly(tuple("record.read", first.id()), tuple("record.read", second.id()));

        engine.access.be("somebody", "incidents:report:read");
        engine.reading.readAll(List.of(open.id(), first.id()));
        assertThat(engine.journal.entries()).hasSize(before + 2);
        engine.close();
    }
}
