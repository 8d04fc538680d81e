package org.vaksam.journal.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.journal.JournalTables;
import org.vaksam.journal.chain.SealedEntry;
import org.vaksam.journal.search.JournalFilter.Condition;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** The statements of the search: each reads a stretch of positions, or the entries of one subject by their index. */
@Component(service = SearchTables.class)
public final class SearchTables {
    private final PlatformDatabase database;

    @Activate
    public SearchTables(@Reference PlatformDatabase database, @Reference JournalTables migrated) {
        this.database = database;
    }

    /** Newest first, from {@code lower} to before {@code upper}. */
    List<SealedEntry> between(JournalFilter filter, long lower, long upper, int limit) {
        return select(
                """
                SELECT s.position, s.hash, %s
                FROM --DERBY-PROPERTIES joinOrder=FIXED
                journal_seal s --DERBY-PROPERTIES constraint=JOURNAL_SEAL_POSITION
                INNER JOIN journal j --DERBY-PROPERTIES joinStrategy=NESTEDLOOP, constraint=JOURNAL_ID
                ON j.id = s.entry
                WHERE s.position >= ? AND s.position < ? %s
                ORDER BY s.position DESC FETCH FIRST ? ROWS ONLY
                """,
                List.of(lower, upper), filter, limit);
    }

    /** Newest first, before {@code upper}. */
    List<SealedEntry> ofSubject(JournalFilter filter, long upper, int limit) {
        return select(
                """
                SELECT s.position, s.hash, %s
                FROM --DERBY-PROPERTIES joinOrder=FIXED
                journal j --DERBY-PROPERTIES index=JOURNAL_SUBJECT
                INNER JOIN journal_seal s --DERBY-PROPERTIES joinStrategy=NESTEDLOOP, constraint=JOURNAL_SEAL_ENTRY
                ON s.entry = j.id
                WHERE s.position < ? %s
                ORDER BY s.position DESC FETCH FIRST ? ROWS ONLY
                """,
                List.of(upper), filter, limit);
    }

    /** When the entry at this position, or the next one there is, was made. */
    Optional<Instant> timeAt(long position) {
        return database.read(sql -> sql.first(
                        "SELECT j.made_at FROM journal_seal s INNER JOIN journal j ON j.id = s.entry WHERE s.position ="
                                + " (SELECT min(position) FROM journal_seal WHERE position >= ?)",
                        row -> Sql.instant(row, "made_at"),
                        position))
                .flatMap(time -> time);
    }

    /** About the first position whose entry was made at this time or later; {@code end} when there is none. */
    long firstAt(Instant time, long end) {
        long low = 1;
        long high = Math.max(1, end);
        while (low < high) {
            long middle = low + (high - low) / 2;
            boolean earlier = timeAt(middle).map(at -> at.isBefore(time)).orElse(false);
            low = earlier ? middle + 1 : low;
            high = earlier ? high : middle;
        }
        return low;
    }

    private List<SealedEntry> select(String statement, List<Long> first, JournalFilter filter, int limit) {
        Condition condition = filter.condition();
        var parameters = new ArrayList<Object>(first);
        parameters.addAll(condition.parameters());
        parameters.add(limit);
        return database.read(sql -> sql.list(
                statement.formatted(JournalTables.COLUMNS, condition.sql()),
                JournalTables::sealedEntry,
                parameters.toArray()));
    }
}
