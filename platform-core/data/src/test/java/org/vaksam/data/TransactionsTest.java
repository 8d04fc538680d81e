package org.vaksam.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.vaksam.spi.data.DatabaseException;

/** The unit of work, on every database. */
class TransactionsTest {

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
        private final List<String> effects = new ArrayList<>();

        @BeforeEach
        void createTable() throws Exception {
            layer.migrations.platform(
                    "test",
                    scripts(Map.of("001-t.up.sql", "CREATE TABLE t (k INTEGER PRIMARY KEY, v VARCHAR(20));\n")));
        }

        @Test
        void everythingInsideIsCommittedOnce() {
            layer.transactions.required(() -> {
                insert(1);
                return layer.transactions.required(() -> insert(2));
            });

            assertThat(count("t")).isEqualTo(2);
        }

        @Test
        void whatThrowsIsUndone() {
            assertThatThrownBy(() -> layer.transactions.required(() -> {
                        insert(1);
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");

            assertThat(count("t")).isZero();
        }

        @Test
        void joinedWorkThatThrewUndoesTheWholeEvenWhenCaught() {
            assertThatThrownBy(() -> layer.transactions.required(() -> {
                        insert(1);
                        assertThatThrownBy(() -> layer.transactions.required(() -> {
                                    insert(2);
                                    throw new IllegalStateException("inner");
                                }))
                                .hasMessage("inner");
                        return insert(3);
                    }))
                    .hasRootCauseMessage("inner");

            assertThat(count("t")).isZero();
        }

        @Test
        void readsInsideSeeWhatWasWritten() {
            long seen = layer.transactions.required(() -> {
                insert(1);
                return count("t");
            });

            assertThat(seen).isEqualTo(1);
        }

        @Test
        void effectsFollowTheCommitInOrderAndOutsideIt() {
            layer.transactions.afterCommit(() -> effects.add("at once"));
            layer.transactions.required(() -> {
                layer.transactions.afterCommit(() -> effects.add("rows " + count("t")));
                layer.transactions.afterCommit(() -> {
                    throw new IllegalStateException("is logged only");
                });
                layer.transactions.afterCommit(() -> effects.add("own " + insert(2)));
                assertThat(effects).containsExactly("at once");
                return insert(1);
            });

            assertThat(effects).containsExactly("at once", "rows 1", "own 1");
            assertThat(count("t")).isEqualTo(2);
        }

        @Test
        void noEffectFollowsARollback() {
            assertThatThrownBy(() -> layer.transactions.required(() -> {
                        layer.transactions.afterCommit(() -> effects.add("never"));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");

            assertThat(effects).isEmpty();
        }

        @Test
        void workIsRepeatedWhenTheDatabaseRolledItBack() {
            var attempts = new AtomicInteger();
            layer.database.write(sql -> {
                layer.transactions.afterCommit(() -> effects.add("once"));
                sql.update("INSERT INTO t (k) VALUES (?)", attempts.incrementAndGet());
                if (attempts.get() < 4) {
                    throw new SQLTransactionRollbackException("victim", "40001");
                }
                return 0;
            });

            assertThat(count("t")).isEqualTo(1);
            assertThat(effects).containsExactly("once");
        }

        @Test
        void workIsRepeatedThreeTimesAtMostAndOnlyForThatReason() {
            var attempts = new AtomicInteger();
            assertThatThrownBy(() -> layer.database.write(sql -> {
                        attempts.incrementAndGet();
                        throw new SQLException("victim", "40001");
                    }))
                    .isInstanceOf(DatabaseException.class);
            assertThat(attempts).hasValue(4);

            assertThatThrownBy(() -> layer.database.write(sql -> {
                        attempts.incrementAndGet();
                        throw new SQLException("broken", "42000");
                    }))
                    .isInstanceOf(DatabaseException.class);
            assertThat(attempts).hasValue(5);
        }

        @Test
        void aRealDeadlockIsResolvedByRepetition() throws Exception {
            insert(1);
            insert(2);
            var barrier = new CyclicBarrier(2);
            var threads = Executors.newFixedThreadPool(2);
            var first = threads.submit(() -> updateBoth(1, 2, barrier));
            var second = threads.submit(() -> updateBoth(2, 1, barrier));
            threads.shutdown();

            assertThat(first.get(60, TimeUnit.SECONDS) + second.get(60, TimeUnit.SECONDS))
                    .isGreaterThanOrEqualTo(3);
            assertThat(layer.database.<Long>read(sql -> sql.number("SELECT count(*) FROM t WHERE v = 'xx'")))
                    .isEqualTo(2);
        }

        private int updateBoth(int one, int other, CyclicBarrier barrier) {
            var attempts = new AtomicInteger();
            layer.database.write(sql -> {
                int attempt = attempts.incrementAndGet();
                append(sql, one);
                if (attempt == 1) {
                    try {
                        barrier.await(30, TimeUnit.SECONDS);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
                return append(sql, other);
            });
            return attempts.get();
        }

        private static int append(org.vaksam.spi.data.Sql sql, int key) throws SQLException {
            return sql.update("UPDATE t SET v = CASE WHEN v IS NULL THEN 'x' ELSE v || 'x' END WHERE k = ?", key);
        }

        @Test
        void aDuplicateKeyIsTold() {
            insert(1);

            assertThatThrownBy(() -> insert(1))
                    .isInstanceOfSatisfying(DatabaseException.class, e -> assertThat(e.isDuplicate())
                            .isTrue());
        }

        @Test
        void theConnectionCannotEndTheTransaction() {
            assertThatThrownBy(() -> layer.database.write(sql -> {
                        sql.update("INSERT INTO t (k) VALUES (1)");
                        sql.connection().commit();
                        sql.connection().close();
                        assertThat(sql.number("SELECT count(*) FROM t")).isEqualTo(1);
                        throw new IllegalStateException("undo");
                    }))
                    .hasMessage("undo");

            assertThat(count("t")).isZero();
        }

        @Test
        void nestedReadsShareAConnection() {
            layer.database.read(sql -> {
                for (int i = 0; i < 20; i++) {
                    nest(20);
                }
                return 0;
            });

            assertThat(layer.pool.active()).isZero();
        }

        private long nest(int depth) {
            return layer.database.read(sql -> depth == 0 ? sql.number("SELECT count(*) FROM t") : nest(depth - 1));
        }

        @Test
        void aSeparateTransactionStaysWhenTheOuterOneIsUndone() {
            assertThatThrownBy(() -> layer.transactions.required(() -> {
                        layer.transactions.separately(() -> insert(1));
                        insert(2);
                        throw new IllegalStateException("undo");
                    }))
                    .hasMessage("undo");

            assertThat(count("t")).isEqualTo(1);
        }

        private int insert(int key) {
            return layer.database.write(sql -> sql.update("INSERT INTO t (k) VALUES (?)", key));
        }
    }
}
