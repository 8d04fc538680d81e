package org.vaksam.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.data.Migrations;
import org.vaksam.spi.data.PlatformDatabase;

/** The rows of entries and of their seals. */
@Component(service = JournalTables.class)
public final class JournalTables {
    private final PlatformDatabase database;

    /** A seal and, unless somebody has removed it, its entry. */
    record SealedRow(long position, String entry, String hash, Optional<EntryRow> row) {}

    /** The newest seal. */
    record Head(long position, String hash) {
        Head next(EntryRow entry) {
            return new Head(position + 1, HashChain.next(hash, position + 1, entry));
        }
    }

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
                entry.data()
            });
        }
        database.write(sql -> {
            sql.batch(
                    "INSERT INTO journal (id, made_at, actor, actor_name, action, subject_type, subject, data)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    rows);
            return rows.size();
        });
    }

    /** Seals the entries behind the head, all or none; returns the new head. */
    Head seal(Head head, List<EntryRow> entries) {
        if (entries.isEmpty()) {
            return head;
        }
        var rows = new ArrayList<@Nullable Object[]>(entries.size());
        Head last = head;
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

    Head head() {
        return database.read(sql -> sql.first(
                        "SELECT position, hash FROM journal_seal WHERE position = (SELECT max(position) FROM journal_seal)",
                        row -> new Head(row.getLong("position"), row.getString("hash")))
                .orElse(new Head(0, HashChain.START)));
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
                    "SELECT " + EntryRow.COLUMNS + " FROM journal j WHERE j.id = ?",
                    EntryRow::of,
                    unsealed.stream().map(id -> new Object[] {id}).toList());
        });
    }

    /** Seals after this position with their entries, in order; a seal whose entry is gone comes without. */
    List<SealedRow> after(long position, int limit) {
        return database.read(sql -> sql.list(
                """
                SELECT s.position, s.entry, s.hash, %s
                FROM --DERBY-PROPERTIES joinOrder=FIXED
                journal_seal s --DERBY-PROPERTIES constraint=JOURNAL_SEAL_POSITION
                LEFT OUTER JOIN journal j --DERBY-PROPERTIES joinStrategy=NESTEDLOOP, constraint=JOURNAL_ID
                ON j.id = s.entry
                WHERE s.position > ? AND s.position <= ? ORDER BY s.position
                """
                        .formatted(EntryRow.COLUMNS),
                JournalTables::sealedRow,
                position,
                position + limit));
    }

    /** About one subject, newest first. */
    List<SealedRow> about(String subjectType, String subject, long before, int limit) {
        return database.read(sql -> sql.list(
                """
                SELECT s.position, s.entry, s.hash, %s
                FROM --DERBY-PROPERTIES joinOrder=FIXED
                journal j --DERBY-PROPERTIES index=JOURNAL_SUBJECT
                INNER JOIN journal_seal s --DERBY-PROPERTIES joinStrategy=NESTEDLOOP, constraint=JOURNAL_SEAL_ENTRY
                ON s.entry = j.id
                WHERE j.subject = ? AND j.subject_type = ? AND s.position < ?
                ORDER BY s.position DESC FETCH FIRST ? ROWS ONLY
                """
                        .formatted(EntryRow.COLUMNS),
                JournalTables::sealedRow,
                subject,
                subjectType,
                before,
                limit));
    }

    private static SealedRow sealedRow(ResultSet row) throws SQLException {
        boolean present = row.getString("id") != null;
        return new SealedRow(
                row.getLong("position"),
                row.getString("entry"),
                row.getString("hash"),
                present ? Optional.of(EntryRow.of(row)) : Optional.empty());
    }
}
