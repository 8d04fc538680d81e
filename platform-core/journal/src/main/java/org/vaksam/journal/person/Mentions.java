package org.vaksam.journal.person;

import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.privacy.Person;

/** Reads the journal from its first entry to its last, looking for a person in what it says. */
final class Mentions {
    private static final int PAGE = 2_000;
    private static final String SELECT =
            "SELECT id, made_at, actor_name, action, subject_type, subject, data, salt FROM journal ";

    /** What entries are about. */
    record Subject(String type, String id) {
        private static final String SEPARATOR = "/";

        String key() {
            return type + SEPARATOR + id;
        }

        static Subject of(String key) {
            int end = key.indexOf(SEPARATOR);
            return new Subject(key.substring(0, end), key.substring(end + 1));
        }
    }

    /** An entry, of which {@code erasable} says whether its content can go. */
    record Entry(String id, Instant at, String by, String action, Subject subject, String data, boolean erasable) {
        /** For the person to read. */
        Map<String, @Nullable Object> copy() {
            var copy = new LinkedHashMap<String, @Nullable Object>();
            copy.put("at", at.toString());
            copy.put("by", by);
            copy.put("action", action);
            copy.put("subject", subject.key());
            copy.put("data", data);
            return copy;
        }
    }

    /**
     * What the entries about a subject come to.
     *
     * @param newest   id of the last one
     * @param erasable some content can go
     */
    record Tally(long entries, SortedSet<String> actions, String newest, boolean erasable) {
        private static Tally of(Entry entry) {
            return new Tally(1, new TreeSet<>(Set.of(entry.action())), entry.id(), entry.erasable());
        }

        private Tally and(Tally later) {
            var all = new TreeSet<>(actions);
            all.addAll(later.actions);
            return new Tally(entries + later.entries, all, later.newest, erasable || later.erasable);
        }
    }

    private final Sql sql;
    private final Person person;

    Mentions(Sql sql, Person person) {
        this.sql = sql;
        this.person = person;
    }

    /** The first subjects whose entries name the person, in the order of their first entry, each with what its entries say. */
    Map<Subject, Tally> first(int most) throws SQLException {
        var found = new LinkedHashMap<Subject, Tally>();
        String after = "";
        List<Entry> page;
        do {
            page = entries("WHERE id > ? ORDER BY id FETCH FIRST " + PAGE + " ROWS ONLY", after);
            for (Entry entry : page) {
                after = entry.id();
                boolean room = found.size() < most || found.containsKey(entry.subject());
                if (room && person.isIn(entry.data())) {
                    found.merge(entry.subject(), Tally.of(entry), Tally::and);
                }
            }
        } while (page.size() == PAGE);
        return found;
    }

    /** Entries about a subject whose content names the person. */
    List<Entry> about(Subject subject) throws SQLException {
        return entries("WHERE subject = ? AND subject_type = ? ORDER BY id", subject.id(), subject.type()).stream()
                .filter(entry -> person.isIn(entry.data()))
                .toList();
    }

    /** How many entries somebody made. */
    long by(String account) throws SQLException {
        return sql.number("SELECT COUNT(*) FROM journal WHERE actor = ?", account);
    }

    /** What somebody did, newest first. */
    List<Entry> newestBy(String account, int limit) throws SQLException {
        return entries("WHERE actor = ? ORDER BY id DESC FETCH FIRST " + limit + " ROWS ONLY", account);
    }

    private List<Entry> entries(String where, Object... parameters) throws SQLException {
        return sql.list(
                SELECT + where,
                row -> new Entry(
                        row.getString("id"),
                        Sql.instant(row, "made_at").orElseThrow(),
                        row.getString("actor_name"),
                        row.getString("action"),
                        new Subject(row.getString("subject_type"), row.getString("subject")),
                        row.getString("data"),
                        row.getString("salt") != null),
                parameters);
    }
}
