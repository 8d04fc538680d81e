package org.vaksam.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.vaksam.spi.data.Dialect;
import org.vaksam.spi.data.Sql;

/** What goes in comes out, on every database, also where clocks are put forward and back. */
class SqlTypesTest {

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
        private static final String INSERT =
                "INSERT INTO kinds (id, words, number, amount, seen, made_at, code) VALUES" + " (?, ?, ?, ?, ?, ?, ?)";

        private final TimeZone before = TimeZone.getDefault();

        @BeforeEach
        void createTable() throws Exception {
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Stockholm"));
            layer.migrations.platform(
                    "test",
                    scripts(Map.of(
                            "001-kinds.up.sql",
                            "CREATE TABLE kinds (id INTEGER PRIMARY KEY, words VARCHAR(32000), number BIGINT,"
                                    + " amount DECIMAL(19,4), seen BOOLEAN, made_at TIMESTAMP, code CHAR(36));\n")));
        }

        @AfterEach
        void putZoneBack() {
            TimeZone.setDefault(before);
        }

        @Test
        void valuesOfEveryKind() {
            String words = "Åska\növer \"sjön\" 'DROP TABLE kinds' " + "x".repeat(31_000);
            insert(1, words, Long.MAX_VALUE, new BigDecimal("12345.6789"), true, Instant.EPOCH, Dialect.DERBY);

            List<Object> row = layer.database
                    .read(sql -> sql.first(
                            "SELECT * FROM kinds",
                            found -> List.<Object>of(
                                    found.getString("words"),
                                    found.getLong("number"),
                                    found.getBigDecimal("amount"),
                                    found.getBoolean("seen"),
                                    Sql.instant(found, "made_at").orElseThrow(),
                                    found.getString("code").strip())))
                    .orElseThrow();

            assertThat(row)
                    .containsExactly(words, Long.MAX_VALUE, new BigDecimal("12345.6789"), true, Instant.EPOCH, "DERBY");
        }

        @Test
        void nothingOfEveryKind() {
            insert(1, null, Optional.empty(), null, Optional.empty(), null, Optional.empty());

            assertThat(count("kinds WHERE words IS NULL AND number IS NULL AND amount IS NULL AND seen IS NULL"
                            + " AND made_at IS NULL AND code IS NULL"))
                    .isEqualTo(1);
            Optional<Instant> madeAt = layer.database
                    .read(sql -> sql.list("SELECT made_at FROM kinds", row -> Sql.instant(row, "made_at")))
                    .get(0);
            assertThat(madeAt).isEmpty();
        }

        @Test
        void timesAroundTheChangeOfTheClock() {
            var times = new ArrayList<Instant>();
            for (String change : List.of("2026-03-29T00:30:00Z", "2026-10-25T00:15:00Z")) {
                for (int quarter = 0; quarter < 12; quarter++) {
                    times.add(Instant.parse(change).plus(quarter * 15L, ChronoUnit.MINUTES));
                }
            }
            times.add(Instant.parse("2026-11-22T11:22:33.123456Z"));
            for (int i = 0; i < times.size(); i++) {
                insert(i, null, null, null, null, times.get(i), null);
            }

            List<Instant> read = layer.database.read(
                    sql -> sql.list("SELECT made_at FROM kinds ORDER BY id", row -> Sql.instant(row, "made_at")
                            .orElseThrow()));

            assertThat(read).containsExactlyElementsOf(times);
            assertThat(layer.database.<Long>read(sql -> sql.number(
                            "SELECT count(*) FROM kinds WHERE made_at >= ? AND made_at < ?",
                            times.get(3),
                            times.get(6))))
                    .isEqualTo(3);
        }

        @Test
        void timesAreCutToMicroseconds() {
            insert(1, null, null, null, null, Instant.parse("2026-11-22T11:22:33.123456999Z"), null);

            Optional<Instant> read =
                    layer.database.read(sql -> sql.first("SELECT made_at FROM kinds", row -> Sql.instant(row, "made_at")
                            .orElseThrow()));
            assertThat(read).contains(Instant.parse("2026-11-22T11:22:33.123456Z"));
        }

        private void insert(@Nullable Object... values) {
            layer.database.write(sql -> sql.update(INSERT, values));
        }
    }
}
