package org.vaksam.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.journal.chain.Details;
import org.vaksam.journal.chain.EntryRow;
import org.vaksam.journal.chain.Link;
import org.vaksam.journal.chain.SealedEntry;
import org.vaksam.spi.data.Migrations;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** The rows of entries and of their seals. */
@Component(service = JournalTables.class)
public final class JournalTables {
    /** The columns of an entry, of a table called {@code j}. */
    public static final String COLUMNS =
            "j.id, j.made_at, j.actor, j.actor_name, j.action, j.subject_type, j.subject, j.data, j.salt, j.digest";

    private final PlatformDatabase database;

    @Activate
    public JournalTables(
            BundleContext context, @Reference PlatformDatabase database, @Reference Migrations migrations) {
        this.database = database;
        migrations.platform("journal", context.getBundle());
    }

    /** Joins the thread's transaction. */
    void insert(List<EntryRow> entries) {
        var rows = new ArrayList<@Nullable Object[]>(entries.size());
        for (EntryRow entry : entries) {
            rows.add(new Object[] {
                entry.id(),
                entry.madeAt(),
                entry.actor(),
                entry.actorName(),
                entry.action(),
                entry.subjectType(),
                entry.subject(),
                entry.data(),
                entry.details().salt(),
                entry.details().digest()
            });
        }
        database.write(sql -> {
            sql.batch(
                    "INSERT INTO journal (id, made_at, actor, actor_name, action, subject_type, subject, data, salt,"
                            + " digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    rows);
            return rows.size();
        });
    }

    /** Seals the entries behind the head, all or none; returns the new head. */
    Link seal(Link head, List<EntryRow> entries) {
        if (entries.isEmpty()) {
            return head;
        }
        var rows = new ArrayList<@Nullable Object[]>(entries.size());
        Link last = head;
        for (EntryRow entry : entries) {
            last = last.next(entry);
            rows.add(new Object[] {last.position(), entry.id(), last.hash()});
        }
        database.write(sql -> {
            sql.batch("INSERT INTO journal_seal (position, entry, hash) VALUES (?, ?, ?)", rows);
            return rows.size();
        });
        return last;
    }

    Link head() {
        return database.read(sql -> sql.first(
                        "SELECT position, hash FROM journal_seal WHERE position = (SELECT max(position) FROM journal_seal)",
                        row -> new Link(row.getLong("position"), row.getString("hash")))
                .orElse(Link.START));
    }

    /** Id of the entry that was sealed last. */
    Optional<String> lastSealed() {
        return database.read(sql -> sql.first(
                "SELECT entry FROM journal_seal WHERE position = (SELECT max(position) FROM journal_seal)",
                row -> row.getString("entry")));
    }

    /** Those that have no seal yet. */
    List<EntryRow> unsealedOf(List<EntryRow> entries) {
        return database.read(sql -> {
            var unsealed = new ArrayList<EntryRow>();
            for (EntryRow entry : entries) {
                if (sql.number("SELECT count(*) FROM journal_seal WHERE entry = ?", entry.id()) == 0) {
                    unsealed.add(entry);
                }
            }
            return unsealed;
        });
    }

    /** Ids of committed entries between these two, in order; read from the index alone. */
    List<String> ids(String after, String before, int limit) {
        return database.read(sql -> sql.list(
                "SELECT id FROM journal WHERE id > ? AND id < ? ORDER BY id FETCH FIRST ? ROWS ONLY",
                row -> row.getString(1),
                after,
                before,
                limit));
    }

    /** Those of these ids, given in order, that have no seal; with their entries. */
    List<EntryRow> unsealed(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.read(sql -> {
            var unsealed = new LinkedHashSet<>(ids);
            sql.list(
                            "SELECT entry FROM journal_seal WHERE entry >= ? AND entry <= ?",
                            row -> row.getString(1),
                            ids.get(0),
                            ids.get(ids.size() - 1))
                    .forEach(unsealed::remove);
            return sql.listEach(
                    "SELECT " + COLUMNS + " FROM journal j WHERE j.id = ?",
                    JournalTables::entry,
                    unsealed.stream().map(id -> new Object[] {id}).toList());
        });
    }

    /** Seals after this position with their entries, in order; a seal whose entry is gone comes without. */
    List<SealedEntry> after(long position, int limit) {
        return database.read(sql -> sql.list(
                """
                SELECT s.position, s.hash, %s
                FROM --DERBY-PROPERTIES joinOrder=FIXED
                journal_seal s --DERBY-PROPERTIES constraint=JOURNAL_SEAL_POSITION
                LEFT OUTER JOIN journal j --DERBY-PROPERTIES joinStrategy=NESTEDLOOP, constraint=JOURNAL_ID
                ON j.id = s.entry
                WHERE s.position > ? AND s.position <= ? ORDER BY s.position
                """
                        .formatted(COLUMNS),
                JournalTables::sealedEntry,
                position,
                position + limit));
    }

    /** The first position that is taken after this one. */
    OptionalLong nextAfter(long position) {
        long next =
                database.read(sql -> sql.number("SELECT min(position) FROM journal_seal WHERE position > ?", position));
        return next == 0 ? OptionalLong.empty() : OptionalLong.of(next);
    }

    /** About one subject, newest first. */
    List<SealedEntry> about(String subjectType, String subject, long before, int limit) {
        return database.read(sql -> sql.list(
                """
                SELECT s.position, s.hash, %s
                FROM --DERBY-PROPERTIES joinOrder=FIXED
                journal j --DERBY-PROPERTIES index=JOURNAL_SUBJECT
                INNER JOIN journal_seal s --DERBY-PROPERTIES joinStrategy=NESTEDLOOP, constraint=JOURNAL_SEAL_ENTRY
                ON s.entry = j.id
                WHERE j.subject = ? AND j.subject_type = ? AND s.position < ?
                ORDER BY s.position DESC FETCH FIRST ? ROWS ONLY
                """
                        .formatted(COLUMNS),
                JournalTables::sealedEntry,
                subject,
                subjectType,
                before,
                limit));
    }

    /** Takes what the entries about this subject say out of the table, in the thread's transaction; returns how many had something. */
    int erase(String subjectType, String subject, Predicate<String> content) {
        return database.write(sql -> {
            List<@Nullable Object[]> rows = new ArrayList<>();
            sql
                    .list(
                            "SELECT " + COLUMNS + " FROM journal j WHERE j.subject = ? AND j.subject_type = ?"
                                    + " AND j.salt IS NOT NULL AND j.action <> ?",
                            JournalTables::entry,
                            subject,
                            subjectType,
                            EntryRow.ERASED)
                    .stream()
                    .filter(entry -> content.test(entry.data()))
                    .forEach(entry ->
                            rows.add(new Object[] {entry.details().erased().digest(), entry.id()}));
            sql.batch("UPDATE journal SET data = '', salt = NULL, digest = ? WHERE id = ?", rows);
            return rows.size();
        });
    }

    /** From {@code s.position}, {@code s.hash} and the columns of the entry, which may all be empty. */
    public static SealedEntry sealedEntry(ResultSet row) throws SQLException {
        boolean present = row.getString("id") != null;
        return new SealedEntry(
                row.getLong("position"), row.getString("hash"), present ? Optional.of(entry(row)) : Optional.empty());
    }

    private static EntryRow entry(ResultSet row) throws SQLException {
        return new EntryRow(
                row.getString("id"),
                Sql.instant(row, "made_at").orElseThrow(),
                Optional.ofNullable(row.getString("actor")),
                row.getString("actor_name"),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject"),
                new Details(
                        row.getString("data"),
                        Optional.ofNullable(row.getString("salt")),
                        Optional.ofNullable(row.getString("digest"))));
    }
}
