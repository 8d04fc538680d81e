package org.vaksam.records.retention;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.records.definition.RetentionRule.Action;
import org.vaksam.records.engine.Definitions;
import org.vaksam.records.link.LinkTable;
import org.vaksam.records.store.RecordStore;
import org.vaksam.records.store.RunTable.Item;
import org.vaksam.records.store.RunTable.Outcome;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.journal.JournalErasure;
import org.vaksam.spi.records.RecordRow;

/** Removes one record, or all but its figures: everywhere in one transaction, and only the version that was previewed. */
@Component(service = RecordRemoval.class)
public final class RecordRemoval {
    /** Locks the row against changes and holds until the transaction ends. */
    private static final String LOCK = "UPDATE record SET version = version WHERE id = ? AND version = ?"
            + " AND NOT EXISTS (SELECT 1 FROM record_hold WHERE record_id = ?)";

    private final RecordStore store;
    private final Definitions definitions;
    private final JournalErasure erasure;
    private final Journal journal;

    @Activate
    public RecordRemoval(
            @Reference RecordStore store,
            @Reference Definitions definitions,
            @Reference JournalErasure erasure,
            @Reference Journal journal) {
        this.store = store;
        this.definitions = definitions;
        this.erasure = erasure;
        this.journal = journal;
    }

    /** Does what the rule says, in the transaction of this connection. */
    Outcome carryOut(Sql sql, String run, Item item, Action action, List<String> traces) throws SQLException {
        if (sql.update(LOCK, item.record(), item.version(), item.record()) == 0) {
            return hindrance(sql, item);
        }
        RecordTraces.remove(sql, traces, item.record());
        new LinkTable(sql).forget(item.record());
        erasure.erase(item.type(), item.record());
        boolean anonymise = action == Action.ANONYMISE;
        if (anonymise) {
            anonymise(sql, store.byId(item.record()).orElseThrow());
        } else {
            store.delete(sql, item.record(), item.version());
        }
        journal.append(new Journal.Entry(
                anonymise ? "record.anonymised" : "record.removed",
                item.type(),
                item.record(),
                Map.of("number", item.number(), "kind", item.kind(), "run", run)));
        return anonymise ? Outcome.ANONYMISED : Outcome.DELETED;
    }

    private void anonymise(Sql sql, RecordRow row) throws SQLException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        store.update(sql, Anonymous.of(row, definitions.of(row), now));
        sql.update(
                "UPDATE record SET anonymised_at = ?, created_by = NULL, ext_source = NULL, ext_key = NULL WHERE id = ?",
                now,
                row.id());
    }

    private static Outcome hindrance(Sql sql, Item item) throws SQLException {
        if (sql.number("SELECT COUNT(*) FROM record WHERE id = ?", item.record()) == 0) {
            return Outcome.GONE;
        }
        boolean held = sql.number("SELECT COUNT(*) FROM record_hold WHERE record_id = ?", item.record()) > 0;
        return held ? Outcome.HELD : Outcome.CHANGED;
    }
}
