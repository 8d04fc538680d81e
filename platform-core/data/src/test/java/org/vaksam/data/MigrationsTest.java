package org.vaksam.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.vaksam.api.problem.Problem;
import org.vaksam.spi.data.Migrations.Statement;

/** Schemas go up and down, on every database. */
class MigrationsTest {

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
        private static final String UP = "001-alarm.up.sql";
        private static final String DOWN = "001-alarm.down.sql";
        private static final String TABLE =
                "-- alarms; of the day\nCREATE TABLE alarm (k INTEGER PRIMARY KEY);\nINSERT INTO alarm VALUES (1), (2);\n";

        @Test
        void aModuleGetsItsOwnSchema() throws Exception {
            var done = layer.migrations.up("fire-safety", scripts(Map.of(UP, TABLE, DOWN, "DROP TABLE alarm;")));

            assertThat(done).extracting(Statement::script).containsExactly("001-alarm", "001-alarm");
            assertThat(done.get(0).sql()).isEqualTo("CREATE TABLE alarm (k INTEGER PRIMARY KEY)");
            assertThat(done.get(1).rows()).isEqualTo(2);
            assertThat(count("fire_safety.alarm")).isEqualTo(2);
            assertThat(count("schema_script WHERE owner = 'fire-safety'")).isEqualTo(1);
            assertThat(layer.migrations.applied("fire-safety")).containsExactly("001-alarm");
        }

        @Test
        void onlyWhatIsMissingRuns() throws Exception {
            layer.migrations.up("fire", scripts(Map.of(UP, TABLE)));
            var done = layer.migrations.up(
                    "fire", scripts(Map.of(UP, TABLE.replace("\n", "\r\n"), "002-more.up.sql", "DELETE FROM alarm;")));

            assertThat(done).extracting(Statement::script).containsExactly("002-more");
            assertThat(layer.migrations.up("fire", scripts(Map.of(UP, TABLE)))).isEmpty();
            assertThat(layer.migrations.applied("fire")).containsExactly("001-alarm", "002-more");
        }

        @Test
        void downNeedsNoBundleAndLeavesNothing() throws Exception {
            layer.migrations.up(
                    "fire",
                    scripts(Map.of(
                            UP,
                            TABLE,
                            DOWN,
                            "DROP TABLE alarm;",
                            "002-v.up.sql",
                            "CREATE TABLE v (k INTEGER);",
                            "002-v.down.sql",
                            "DROP TABLE v;")));

            var done = layer.migrations.down("fire");

            assertThat(done).extracting(Statement::script).containsExactly("002-v", "001-alarm");
            assertThat(layer.migrations.applied("fire")).isEmpty();
            boolean left = layer.database.read(sql -> Schemas.exists(sql.connection(), "fire"));
            assertThat(left).isFalse();
            assertThat(layer.migrations.down("fire")).isEmpty();
        }

        @Test
        void withoutADownScriptThereIsNoWayDown() throws Exception {
            layer.migrations.up("fire", scripts(Map.of(UP, TABLE)));

            assertProblem(() -> layer.migrations.down("fire"), "no-down-script");
            assertThat(count("fire.alarm")).isEqualTo(2);
        }

        @Test
        void anEditedScriptIsRefused() throws Exception {
            layer.migrations.up("fire", scripts(Map.of(UP, TABLE)));

            Bundle edited =
                    scripts(Map.of(UP, TABLE + "DELETE FROM alarm;", "002-v.up.sql", "CREATE TABLE v (k INTEGER);"));
            assertProblem(() -> layer.migrations.up("fire", edited), "script-edited");
            Bundle renamed = scripts(Map.of("001-bell.up.sql", TABLE));
            assertProblem(() -> layer.migrations.up("fire", renamed), "script-edited");
            assertThat(count("fire.alarm")).isEqualTo(2);
        }

        @Test
        void aScriptThatComesTooLateIsRefused() throws Exception {
            layer.migrations.up("fire", scripts(Map.of("002-alarm.up.sql", TABLE)));

            Bundle late = scripts(Map.of("001-v.up.sql", "CREATE TABLE v (k INTEGER);", "002-alarm.up.sql", TABLE));
            assertProblem(() -> layer.migrations.up("fire", late), "script-too-late");
        }

        @Test
        void aFailedScriptLeavesNothing() throws Exception {
            Bundle broken =
                    scripts(Map.of(UP, TABLE, "002-v.up.sql", "CREATE TABLE v (k INTEGER);\nCREATE TABLE v (;\n"));

            assertThatThrownBy(() -> layer.migrations.up("fire", broken))
                    .isInstanceOfSatisfying(Problem.class, problem -> {
                        assertThat(problem.type()).isEqualTo("script-failed");
                        assertThat(problem.extras())
                                .containsEntry("script", "002-v")
                                .containsEntry("sql", "CREATE TABLE v (");
                    });
            assertThat(layer.migrations.applied("fire")).isEmpty();
            boolean left = layer.database.read(sql -> Schemas.exists(sql.connection(), "fire"));
            assertThat(left).isFalse();
        }

        @Test
        void theRestOfTheTransactionIsInThePlatformsSchema() throws Exception {
            Bundle bundle = scripts(Map.of(UP, TABLE, DOWN, "DROP TABLE alarm;"));
            layer.transactions.required(() -> {
                layer.migrations.up("fire", bundle);
                return layer.database.write(sql -> sql.update("CREATE TABLE mine (k INTEGER)"));
            });
            assertThat(count("vaksam.mine")).isZero();

            assertThatThrownBy(() -> layer.transactions.required(() -> {
                        layer.migrations.down("fire");
                        throw new IllegalStateException("a dry run");
                    }))
                    .hasMessage("a dry run");
            assertThat(count("fire.alarm")).isEqualTo(2);
            assertThat(count("mine")).isZero();
        }

        @Test
        void aScriptForOneDatabaseStandsInForTheGeneralOne() throws Exception {
            layer.migrations.up(
                    "fire",
                    scripts(Map.of(
                            UP,
                            "CREATE TABLE general (k INTEGER);",
                            "001-alarm.derby.up.sql",
                            "CREATE TABLE derby (k INTEGER);",
                            "001-alarm.postgresql.up.sql",
                            "CREATE TABLE postgresql (k INTEGER);")));

            assertThat(count("fire." + layer.database.dialect().id())).isZero();
            assertThatThrownBy(() -> count("fire.general")).isNotNull();
        }

        @Test
        void namesAreChecked() throws Exception {
            Bundle doubled = scripts(Map.of(UP, TABLE, "001-other.up.sql", TABLE));
            assertProblem(() -> layer.migrations.up("fire", doubled), "bad-script");
            Bundle nameless = scripts(Map.of("alarm.sql", TABLE));
            assertProblem(() -> layer.migrations.up("fire", nameless), "bad-script");
            Bundle fine = scripts(Map.of(UP, TABLE));
            for (String id :
                    new String[] {"vaksam", "public", "sys", "pg-catalog", "x; DROP SCHEMA vaksam", "Fire", ""}) {
                assertProblem(() -> layer.migrations.up(id, fine), "bad-module-id");
            }
        }

        @Test
        void twoPartsAtOnceTakeTurns() throws Exception {
            Bundle journal = scripts(Map.of("001-a.up.sql", "CREATE TABLE a (k INTEGER);"));
            Bundle records = scripts(Map.of("001-b.up.sql", "CREATE TABLE b (k INTEGER);"));
            var start = new CountDownLatch(1);
            var threads = Executors.newFixedThreadPool(4);
            for (int i = 0; i < 4; i++) {
                boolean even = i % 2 == 0;
                threads.execute(() -> {
                    try {
                        start.await();
                        layer.migrations.platform(even ? "journal" : "records", even ? journal : records);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
            }
            start.countDown();
            threads.shutdown();

            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            assertThat(count("a") + count("b")).isZero();
            assertThat(layer.migrations.applied("platform:journal")).containsExactly("001-a");
        }

        private static void assertProblem(Runnable work, String type) {
            assertThatThrownBy(work::run).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.type())
                    .isEqualTo(type));
        }
    }
}
