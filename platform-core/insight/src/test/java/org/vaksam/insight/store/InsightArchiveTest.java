package org.vaksam.insight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.data.Ids;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.Contribution.Change;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.testkit.ClassPathBundle;
import org.vaksam.testkit.MemoryArchive;
import org.vaksam.testkit.TestDatabase;

/** What people made of a module's lists and signals goes with the module's data, and comes back out of an archive. */
final class InsightArchiveTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final ModuleDescriptor INCIDENTS = new ModuleDescriptor(
            "incidents",
            "1.0.0",
            Text.same("Incidents"),
            "[1.0,2)",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of());

    private TestDatabase database;
    private InsightArchive archive;
    private MemoryArchive written;

    @BeforeEach
    void open(@TempDir Path folder) {
        database = TestDatabase.derby(folder);
        archive = new InsightArchive(new InsightTables(
                database.database(), database.migrations(), ClassPathBundle.contextOf(InsightTables.class)));
        written = new MemoryArchive(database.rows());
        database.database().write(sql -> sql.update("CREATE TABLE record (id CHAR(36), type VARCHAR(100))"));
        for (String type : List.of("incidents.report", "rounds.round")) {
            view(type);
            dismissal(type);
            told(type);
            chart(type);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void goesWithTheModuleAloneAndComesBack() {
        database.transactions().required(() -> {
            archive.write(INCIDENTS, written);
            return archive.remove(INCIDENTS, true);
        });
        assertThat(types("saved_view")).containsExactly("rounds.round");
        assertThat(types("signal_dismissal")).containsExactly("rounds.round");
        assertThat(types("signal_told")).containsExactly("rounds.round");
        assertThat(charts()).isOne();

        database.transactions().required(() -> archive.restore(INCIDENTS, written));
        assertThat(types("saved_view")).containsExactly("incidents.report", "rounds.round");
        assertThat(types("signal_dismissal")).containsExactly("incidents.report", "rounds.round");
        assertThat(types("signal_told")).as("told anew").containsExactly("rounds.round");
        assertThat(charts()).isEqualTo(2);
    }

    @Test
    void staysWhenTheDataStays() {
        assertThat(archive.remove(INCIDENTS, false)).isEmpty();
        assertThat(types("signal_dismissal")).hasSize(2);
        assertThat(archive.remove(INCIDENTS, true))
                .extracting(Change::detail)
                .first()
                .asString()
                .contains("4 rows");
        assertThat(archive.remove(INCIDENTS, true)).isEmpty();
    }

    @Test
    void anArchiveBringsNothingIntoOtherModules() {
        archive.write(INCIDENTS, written);
        archive.remove(INCIDENTS, true);
        written.values("insight/saved_view").get(0).put("type", "claims.claim");
        assertThatThrownBy(() -> database.transactions().required(() -> archive.restore(INCIDENTS, written)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
        assertThat(types("saved_view")).containsExactly("rounds.round");
    }

    private void chart(String type) {
        String record = Ids.next();
        insert("record (id, type) VALUES (?, ?)", record, type);
        insert(
                "record_chart (id, record_id, sequence, title, shape, query, note, answer, frozen_by, frozen_at, version)"
                        + " VALUES (?, ?, 0, 'Slag', 'bars', 'dimensions=kind', '', '{}', ?, ?, 1)",
                Ids.next(),
                record,
                Ids.next(),
                NOW);
    }

    private long charts() {
        return database.database().read(sql -> sql.number("SELECT COUNT(*) FROM record_chart"));
    }

    private void view(String type) {
        insert(
                "saved_view (id, account, name, type, query, shown_columns, sort_order, shape, version, created_at,"
                        + " updated_at) VALUES (?, ?, 'Mina', ?, '', '', '', 'list', 1, ?, ?)",
                Ids.next(),
                Ids.next(),
                type,
                NOW,
                NOW);
    }

    private void dismissal(String type) {
        insert(
                "signal_dismissal (id, signal_key, kind, type, reason, surplus, dismissed_at, until_day)"
                        + " VALUES (?, 'key', 'MORE', ?, 'Känt', 3, ?, '2026-06-01')",
                Ids.next(),
                type,
                NOW);
    }

    private void told(String type) {
        insert(
                "signal_told (account, signal_key, type, surplus, told_at, seen_day)"
                        + " VALUES (?, 'key', ?, 3, ?, '2026-05-04')",
                Ids.next(),
                type,
                NOW);
    }

    private void insert(String into, Object... values) {
        database.database().write(sql -> sql.update("INSERT INTO " + into, values));
    }

    private List<String> types(String table) {
        return database.database()
                .read(sql -> sql.list("SELECT type FROM " + table + " ORDER BY type", row -> row.getString(1)));
    }
}
