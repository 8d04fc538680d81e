package org.vaksam.kernel.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaksam.spi.data.Migrations.Statement;

/** What a revision that does not know a script can live with. */
class ContractionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE a (id INTEGER NOT NULL)",
                "CREATE TABLE a(id INTEGER); ALTER TABLE a ADD CONSTRAINT once UNIQUE (id); CREATE UNIQUE INDEX i ON a(id)",
                "ALTER TABLE b ADD COLUMN note VARCHAR(20)",
                "alter table b\n  add note varchar(20)",
                "ALTER TABLE b ADD COLUMN n INTEGER NOT NULL DEFAULT 0",
                "CREATE INDEX i ON b (note)",
                "DROP INDEX i",
                "UPDATE b SET note = 'x'",
                "INSERT INTO b VALUES (1)",
                "CREATE SEQUENCE s"
            })
    void expands(String script) {
        assertThat(Contraction.first(statements(script))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE b",
                "ALTER TABLE b DROP COLUMN note",
                "ALTER TABLE b ADD COLUMN n INTEGER NOT NULL",
                "ALTER TABLE b ALTER COLUMN n NOT NULL",
                "ALTER TABLE b ADD CONSTRAINT once UNIQUE (id)",
                "CREATE UNIQUE INDEX i ON b (id)",
                "RENAME COLUMN b.note TO text",
                "DROP VIEW v",
                "CREATE TABLE a (id INTEGER); DROP TABLE b"
            })
    void contracts(String script) {
        assertThat(Contraction.first(statements(script))).isPresent();
    }

    private static List<Statement> statements(String script) {
        return Arrays.stream(script.split("; "))
                .map(sql -> new Statement("001-x", sql, 0, 0))
                .toList();
    }
}
