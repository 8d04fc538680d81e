package org.vaksam.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;
import org.vaksam.spi.accounting.Accounting;
import org.vaksam.spi.accounting.Accounting.Line;
import org.vaksam.spi.accounting.Limits;
import org.vaksam.spi.data.PersistenceUnits.Unit;
import org.vaksam.spi.lease.Lease;

/** Who pays for a statement, and how long it may take, on every database. */
class AccountingTest {

    @Nested
    class OnDerby extends Contract {
        @Override
        Layer open(Path directory) throws Exception {
            return Layer.derby(directory);
        }
    }

    @Nested
    class OnPostgresql extends Contract {
        @Override
        Layer open(Path directory) throws Exception {
            return Layer.postgresql();
        }
    }

    abstract static class Contract extends DataTest {
        private static final String FIRE = "fire-safety";
        private static final String COUNT = "SELECT count(*) FROM n";
        private static final String ENDLESS =
                "SELECT count(*) FROM n a, n b, n c, n d, n e WHERE a.k + b.k + c.k + d.k + e.k < 0";

        private Accounting accounting;
        private Unit unit;

        @SuppressWarnings("NullAway.Init") // the fields are set before each test
        Contract() {}

        @BeforeEach
        void createTables() throws Exception {
            accounting = new DatabaseAccounting(layer.pool, layer.database);
            layer.migrations.platform("test", scripts(Map.of("001-n.up.sql", "CREATE TABLE n (k INTEGER);")));
            layer.migrations.up(
                    FIRE,
                    scripts(Map.of(
                            "001-alarm.up.sql",
                            "CREATE TABLE alarm (id VARCHAR(36) PRIMARY KEY, words VARCHAR(200));")));
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (int k = 0; k < 200; k++) {
                rows.add(new Object[] {k});
            }
            layer.database.write(sql -> {
                sql.batch("INSERT INTO n VALUES (?)", rows);
                return rows.size();
            });
            unit = openUnit();
        }

        @AfterEach
        void closeUnit() {
            unit.close();
        }

        @Test
        void whoeverIsChargedPays() {
            try (var charge = accounting.charge(FIRE)) {
                layer.database.read(sql -> sql.number(COUNT));
                try (var inner = accounting.charge("incidents")) {
                    layer.database.write(sql -> sql.number(COUNT) + sql.number(COUNT));
                }
                layer.database.read(sql -> sql.number(COUNT));
            }
            assertThat(line(FIRE).statements()).isEqualTo(2);
            assertThat(line("incidents").statements()).isEqualTo(2);
            assertThat(line("incidents").seconds()).isPositive().isLessThan(10);

            long before = line(Accounting.PLATFORM).statements();
            layer.database.read(sql -> sql.number(COUNT));
            assertThat(line(Accounting.PLATFORM).statements()).isEqualTo(before + 1);
        }

        @Test
        void theUnitPaysForWhatIsDoneInTheBackground() {
            unit.database().write(manager -> persist("a", manager));
            assertThat(line(FIRE).statements())
                    .as("the insertion at the commit")
                    .isEqualTo(1);
            unit.database().read(manager -> manager.find(Alarm.class, "a").getWords());
            assertThat(line(FIRE).statements()).isEqualTo(2);

            try (var charge = accounting.charge("incidents")) {
                unit.database().read(manager -> manager.find(Alarm.class, "a").getWords());
            }
            assertThat(line(FIRE).statements())
                    .as("a request of another module")
                    .isEqualTo(2);
            assertThat(line("incidents").statements()).isEqualTo(1);
        }

        @Test
        void aBatchIsOneStatementAndARowThatIsReadIsNone() {
            List<@Nullable Object[]> rows = List.of(new Object[] {1000}, new Object[] {1001});
            try (var charge = accounting.charge(FIRE)) {
                layer.database.write(sql -> {
                    sql.batch("INSERT INTO n VALUES (?)", rows);
                    return sql.list("SELECT k FROM n", row -> row.getInt(1)).size();
                });
            }
            assertThat(line(FIRE).statements()).isEqualTo(2);
        }

        @Test
        void aStatementThatTakesTooLongIsStoppedAndTheConnectionIsWell() {
            accounting.limit(FIRE, new Limits(Optional.empty(), Optional.of(1)));
            try (var charge = accounting.charge(FIRE)) {
                assertOutOfTime(() -> layer.database.read(sql -> sql.number(ENDLESS)));
                assertOutOfTime(() -> layer.database.write(sql -> {
                    sql.update("INSERT INTO n VALUES (1000)");
                    return sql.number(ENDLESS);
                }));
            }
            assertOutOfTime(() -> unit.database()
                    .read(manager -> manager.createNativeQuery(ENDLESS).getSingleResult()));
            assertOutOfTime(() -> unit.database().write(manager -> {
                manager.persist(new Alarm("b", "fire"));
                return manager.createNativeQuery(ENDLESS).getSingleResult();
            }));

            assertThat(layer.pool.active()).isZero();
            assertThat(count("n")).as("undone").isEqualTo(200);
            assertThat(count("fire_safety.alarm")).isZero();
            long rows = layer.database.write(sql -> {
                sql.update("DELETE FROM n");
                return sql.number(COUNT);
            });
            assertThat(rows).as("no lock is left").isZero();
        }

        @Test
        void nobodyElseIsLimited() {
            accounting.limit("incidents", new Limits(Optional.empty(), Optional.of(1)));
            String slow = "SELECT count(*) FROM n a, n b, n c, n d WHERE a.k + b.k + c.k < 60 AND d.k < 20";
            assertThat(layer.database.<Long>read(sql -> sql.number(slow))).isPositive();
            assertThat(accounting.limits("incidents").statementSeconds()).hasValue(1);
            assertThat(accounting.limits("unheard-of")).isEqualTo(Limits.NONE);
        }

        @Test
        void aSchemaGrowsWithItsRows() {
            long empty = accounting.schemaBytes(FIRE);
            for (int i = 0; i < 300; i++) {
                String id = "alarm-" + i;
                unit.database().write(manager -> persist(id, manager));
            }
            assertThat(accounting.schemaBytes(FIRE)).isGreaterThan(empty);
            assertThat(accounting.schemaBytes("unheard-of")).isZero();
        }

        @Test
        void aCountedConnectionStillShowsWhatIsInside() throws Exception {
            try (Connection connection = layer.pool.connection();
                    var statement = connection.prepareStatement(COUNT)) {
                String driver = layer.pool.dialect() == org.vaksam.spi.data.Dialect.DERBY ? "derby" : "postgresql";
                assertThat(connection.unwrap(Connection.class).getClass().getName())
                        .contains(driver);
                assertThat(java.util.Set.<Object>of(connection, statement)).contains(statement);
                connection.rollback();
            }
        }

        private static void assertOutOfTime(ThrowingCallable work) {
            assertThatThrownBy(work).isInstanceOfSatisfying(Problem.class, problem -> {
                assertThat(problem.type()).isEqualTo("statement-time");
                assertThat(problem.status()).isEqualTo(503);
                assertThat(problem.next()).isPresent();
            });
        }

        private static String persist(String id, jakarta.persistence.EntityManager manager) {
            manager.persist(new Alarm(id, "fire".repeat(40)));
            return id;
        }

        private Line line(String module) {
            return accounting.lines().stream()
                    .filter(line -> line.module().equals(module))
                    .findFirst()
                    .orElse(new Line(module, 0, 0));
        }

        private Unit openUnit() throws Exception {
            Path folder = directory.resolve("unit");
            Files.createDirectories(folder.resolve("META-INF"));
            Files.writeString(
                    folder.resolve(PersistenceXml.PATH),
                    "<persistence><persistence-unit name=\"fire-safety\"><class>org.vaksam.data.Alarm</class>"
                            + "</persistence-unit></persistence>");
            return new WeavingUnits(FolderBundle.context(), layer.pool, layer.transactions)
                    .open(FolderBundle.of(folder, 1), new Lease())
                    .orElseThrow();
        }
    }
}
