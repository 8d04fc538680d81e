package org.vaksam.records.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.records.definition.DefinitionsOfTest;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.testkit.MemoryArchive;
import org.vaksam.testkit.TestDatabase;

/** Records leave one platform in an archive and come back in it, or in another one on another database. */
class RecordArchiveTest {
    private final List<Engine> engines = new ArrayList<>();
    private Engine engine;
    private MemoryArchive archive;

    @BeforeEach
    void start(@TempDir Path folder) {
        engine = started(TestDatabase.derby(folder));
        archive = new MemoryArchive(engine.database.rows());
    }

    @AfterEach
    void stop() {
        engines.forEach(Engine::close);
    }

    @Test
    void goneAndBackEverythingIsEqual() {
        List<RecordRow> rows = threeRecords();

        export();
        assertThat(engine.store.count()).isZero();
        assertThat(engine.definitions.types()).isEmpty();
        restoreIn(engine);

        assertThat(engine.store.byIds(rows.stream().map(RecordRow::id).toList()))
                .isEqualTo(rows);
        assertThat(engine.definitions.type("incidents.report")).isPresent();
        assertThat(engine.theft().number())
                .isNotIn(rows.stream().map(RecordRow::number).toList());
        assertThat(engine.journal.actions()).contains("record.restored");
        assertThat(archive.values("records/history")).isNotEmpty();
    }

    @Test
    void onAnotherPlatformPeopleAreKnownByTheirNamesAndNumbersGoOn() {
        List<RecordRow> rows = threeRecords();
        export();
        Engine other = started(TestDatabase.postgresql());
        other.theft();
        other.database.transactions().required(() -> other.contribution.remove(DefinitionsOfTest.MODULE, true));
        String stranger = "00000000-0000-7000-8000-0000000000ff";
        archive.values("records/account").forEach(account -> account.put("id", stranger));
        archive.values("records/record").forEach(row -> row.put("created_by", stranger));

        restoreIn(other);

        assertThat(other.store.byId(rows.get(0).id()).orElseThrow().createdBy()).contains(FakeAccess.ANNA);
        assertThat(other.theft().number())
                .isNotIn(rows.stream().map(RecordRow::number).toList());
    }

    @Test
    void whatIsNotHereIsNamed() {
        threeRecords();
        export();
        archive.values("records/unit").add(Map.of("id", "00000000-0000-7000-8000-0000000000fe", "code", "HARBOUR"));

        assertThatThrownBy(() -> restoreIn(engine)).isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                        problem.detail().en())
                .contains("HARBOUR"));
        assertThat(engine.store.count()).isZero();
    }

    @Test
    void recordsOfOtherModulesAreRefused() {
        threeRecords();
        export();
        archive.values("records/record").forEach(row -> row.put("type", "insurance.claim"));

        assertThatThrownBy(() -> restoreIn(engine)).isInstanceOf(Problem.class);
        assertThat(engine.store.count()).isZero();
    }

    private List<RecordRow> threeRecords() {
        engine.access.be(FakeAccess.ANNA, "*");
        var ids = new ArrayList<String>();
        ids.add(engine.theft().id());
        ids.add(engine.create(
                        Map.of("kind", "theft", "title", "Åska över \"sjön\"", "unit", "SCHOOL", "assignee", "me"))
                .id());
        ids.add(engine.create(Map.of(
                        "kind",
                        "theft",
                        "title",
                        "Tredje",
                        "severity",
                        3,
                        "place",
                        Map.of("name", "Malmö", "latitude", 55.604981, "longitude", 13.003822)))
                .id());
        return engine.store.byIds(ids);
    }

    private void export() {
        engine.database.transactions().required(() -> {
            engine.contribution.write(DefinitionsOfTest.MODULE, archive);
            return engine.contribution.remove(DefinitionsOfTest.MODULE, true);
        });
    }

    private void restoreIn(Engine target) {
        var source = new MemoryArchive(target.database.rows());
        source.parts().putAll(archive.parts());
        target.database.transactions().required(() -> target.contribution.restore(DefinitionsOfTest.MODULE, source));
        target.withReports();
    }

    private Engine started(TestDatabase database) {
        Engine started = new Engine(database).withReports();
        engines.add(started);
        return started;
    }
}
