package org.vaksam.security.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonalData.Outcome;

/** Tables {@code person_erasure} and {@code person_erasure_place}: the protocol. Who it was is in it until the end only. */
final class ErasureTable {
    private static final String LINE = "\n";
    private static final String ERASURE =
            "SELECT id, fingerprint, started_by, started_at, ended_at FROM person_erasure ";
    private static final String PLACE = "SELECT source, place, version, about, label, outcome, done_at"
            + " FROM person_erasure_place WHERE erasure = ? ";

    /** An erasure; {@code by} is the name of whoever confirmed it. */
    record Erasure(String id, String fingerprint, String by, Instant startedAt, Optional<Instant> endedAt) {}

    /** A line of the protocol. */
    record Line(
            String source,
            String place,
            String version,
            Optional<String> about,
            String label,
            Outcome outcome,
            Optional<Instant> doneAt) {}

    private final Sql sql;

    ErasureTable(Sql sql) {
        this.sql = sql;
    }

    /** Newest first. */
    List<Erasure> newest(int limit) throws SQLException {
        return sql.list(ERASURE + "ORDER BY id DESC FETCH FIRST " + limit + " ROWS ONLY", ErasureTable::erasure);
    }

    Optional<Erasure> find(String id) throws SQLException {
        return sql.first(ERASURE + "WHERE id = ?", ErasureTable::erasure, id);
    }

    /** The one that is not through. */
    Optional<Erasure> open() throws SQLException {
        return sql.first(ERASURE + "WHERE ended_at IS NULL ORDER BY id", ErasureTable::erasure);
    }

    List<Line> lines(String erasure) throws SQLException {
        return sql.list(PLACE + "ORDER BY source, place", ErasureTable::line, erasure);
    }

    /** The next place to do. */
    Optional<Line> planned(String erasure) throws SQLException {
        return sql.first(
                PLACE + "AND outcome = ? ORDER BY source, place", ErasureTable::line, erasure, Outcome.PLANNED);
    }

    /** Whom an erasure that is not through is about. */
    Person person(String erasure) throws SQLException {
        String stored = sql.first("SELECT person FROM person_erasure WHERE id = ?", row -> row.getString(1), erasure)
                .orElseThrow();
        List<String> lines = List.of(stored.split(LINE, -1));
        return new Person(
                Optional.of(lines.get(0)).filter(account -> !account.isEmpty()), lines.subList(1, lines.size()));
    }

    void insert(Erasure erasure, Person person, List<Line> lines) throws SQLException {
        var subject = new ArrayList<>(List.of(person.account().orElse("")));
        subject.addAll(person.words());
        sql.update(
                "INSERT INTO person_erasure (id, person, fingerprint, started_by, started_at) VALUES (?, ?, ?, ?, ?)",
                erasure.id(),
                String.join(LINE, subject),
                erasure.fingerprint(),
                erasure.by(),
                erasure.startedAt());
        List<@Nullable Object[]> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(new Object[] {
            erasure.id(), line.source(), line.place(), line.version(), line.about(), line.label(), line.outcome()
        }));
        sql.batch(
                "INSERT INTO person_erasure_place (erasure, source, place, version, about, label, outcome)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** Takes a planned place; waits for somebody who has just taken it, and is false when they commit. */
    boolean claim(String erasure, Line line, Instant at) throws SQLException {
        return sql.update(
                        "UPDATE person_erasure_place SET done_at = ? WHERE erasure = ? AND source = ? AND place = ?"
                                + " AND outcome = ?",
                        at,
                        erasure,
                        line.source(),
                        line.place(),
                        Outcome.PLANNED)
                == 1;
    }

    void done(String erasure, Line line, Outcome outcome) throws SQLException {
        sql.update(
                "UPDATE person_erasure_place SET outcome = ? WHERE erasure = ? AND source = ? AND place = ?",
                outcome,
                erasure,
                line.source(),
                line.place());
    }

    /** Forgets who it was; false when it has ended before. */
    boolean end(String erasure, Instant at) throws SQLException {
        return sql.update(
                        "UPDATE person_erasure SET ended_at = ?, person = '' WHERE id = ? AND ended_at IS NULL",
                        at,
                        erasure)
                == 1;
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        return new Erasure(
                row.getString("id"),
                row.getString("fingerprint"),
                row.getString("started_by"),
                Sql.instant(row, "started_at").orElseThrow(),
                Sql.instant(row, "ended_at"));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("source"),
                row.getString("place"),
                row.getString("version"),
                Optional.ofNullable(row.getString("about")),
                row.getString("label"),
                Outcome.valueOf(row.getString("outcome")),
                Sql.instant(row, "done_at"));
    }
}
