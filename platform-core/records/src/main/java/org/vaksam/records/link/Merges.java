package org.vaksam.records.link;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.content.Changes;
import org.vaksam.records.content.Content;
import org.vaksam.records.engine.Definitions;
import org.vaksam.records.engine.RecordPermissions;
import org.vaksam.records.link.MergeTable.Merged;
import org.vaksam.records.store.HoldTable;
import org.vaksam.records.store.HoldTable.Hold;
import org.vaksam.records.store.RecordStore;
import org.vaksam.records.store.Tables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.Secrecy;
import org.vaksam.spi.web.EntityTags;

/** Merges duplicates, so that nothing is lost and it can be undone. */
@Component(service = Merges.class)
public final class Merges {
    /** What a merge does, and how many rows of what others keep go along. */
    public record Preview(MergePlan plan, Map<String, Long> moves, boolean holds) {}

    private final PlatformDatabase database;
    private final RecordStore store;
    private final HoldTable holds;
    private final Definitions definitions;
    private final RecordPermissions permissions;
    private final MergePlanner planner;
    private final Companions companions;
    private final Pair pair;
    private final Journal journal;

    @Activate
    public Merges(
            @Reference Tables tables,
            @Reference RecordStore store,
            @Reference HoldTable holds,
            @Reference Definitions definitions,
            @Reference RecordPermissions permissions,
            @Reference MergePlanner planner,
            @Reference Companions companions,
            @Reference Pair pair,
            @Reference Journal journal) {
        this.database = tables.database();
        this.store = store;
        this.holds = holds;
        this.definitions = definitions;
        this.permissions = permissions;
        this.planner = planner;
        this.companions = companions;
        this.pair = pair;
        this.journal = journal;
    }

    /** What would happen. */
    public Preview preview(RecordRow from, String idOrNumber) {
        RecordRow into = pair.read(from, idOrNumber, "into");
        require(from, into);
        MergePlan plan = planner.plan(from, into);
        Map<String, Long> moves = database.read(sql -> companions.count(sql, from.id()));
        boolean held =
                holds.find(from.id()).isPresent() || holds.find(into.id()).isPresent();
        return new Preview(plan, moves, held);
    }

    /**
     * Does what was previewed, or nothing.
     *
     * @throws Problem 412 when either has changed since
     */
    public RecordRow merge(RecordRow seen, MergeOrder order) {
        RecordRow other = pair.other(seen, order.into(), "into");
        return database.write(sql -> {
            if (!LinkTable.lock(sql, seen.id(), other.id())) {
                throw RecordPermissions.missing();
            }
            RecordRow from = store.byId(seen.id()).orElseThrow(RecordPermissions::missing);
            RecordRow into = store.byId(other.id()).orElseThrow(RecordPermissions::missing);
            if (from.version() != seen.version()) {
                throw EntityTags.stale(from.version());
            }
            require(from, into);
            MergePlan plan = planner.plan(from, into);
            if (!plan.hash().equals(order.hash())) {
                throw EntityTags.stale(into.version());
            }
            carryOut(sql, plan, order.reason());
            return store.byId(into.id()).orElseThrow();
        });
    }

    /** The record is on its own again. */
    public void undo(RecordRow row, String reason) {
        pair.requireHandle(row);
        database.write(sql -> {
            Merged merged = MergeTable.find(sql, row.id()).orElseThrow(Merges::notMerged);
            LinkTable.lock(sql, row.id(), merged.into());
            RecordRow from = store.byId(row.id()).orElseThrow(RecordPermissions::missing);
            if (!from.mergedInto().equals(Optional.of(merged.into()))) {
                throw notMerged();
            }
            Optional<RecordRow> into = store.byId(merged.into());
            into.ifPresent(pair::requireHandle);
            companions.back(sql, from, holders(from));
            MergeTable.delete(sql, from.id());
            store.update(sql, Rows.with(from, merged.phase(), caller()));
            if (into.isPresent()) {
                giveBack(sql, from, into.get(), merged);
                pair.one("record.unmerged", from, into.get(), Map.of("reason", reason));
                pair.one("record.unmerged-from", into.get(), from, Map.of("reason", reason));
            } else {
                journal.append(new Journal.Entry("record.unmerged", from.type(), from.id(), Map.of("reason", reason)));
            }
            return true;
        });
    }

    /** What was merged into the record. */
    public List<String> into(RecordRow row) {
        return database.read(sql ->
                MergeTable.into(sql, row.id()).stream().map(Merged::record).toList());
    }

    /** Into which record this one was merged, why and when. */
    public Optional<MergeNote> note(RecordRow row) {
        return database.read(sql -> MergeTable.find(sql, row.id()))
                .map(merged -> new MergeNote(merged.into(), merged.reason(), merged.at(), merged.by()));
    }

    /** A merge as it is told. */
    public record MergeNote(String into, String reason, Instant at, Optional<String> by) {}

    private void carryOut(Sql sql, MergePlan plan, String reason) throws SQLException {
        RecordRow from = plan.from();
        RecordRow into = plan.into();
        store.update(sql, Rows.with(into, plan.after(), caller()));
        store.update(sql, Rows.with(from, "closed", caller()));
        String filled = String.join(" ", plan.filled().stream().map(Value::name).toList());
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        MergeTable.insert(sql, new Merged(from.id(), into.id(), reason, filled, from.phase(), now, caller()));
        companions.move(sql, from, into);
        hold(sql, from, into);
        hold(sql, into, from);
        changed(into, plan.after());
        var data = new LinkedHashMap<String, Object>();
        data.put("reason", reason);
        data.put("filled", plan.filled().stream().map(Value::name).toList());
        data.put(
                "conflicts",
                plan.conflicts().stream()
                        .map(conflict -> conflict.from().name())
                        .toList());
        pair.one("record.merged", from, into, data);
        pair.one("record.merged-in", into, from, data);
    }

    /** A hold of the one holds the other as well. */
    private void hold(Sql sql, RecordRow held, RecordRow other) throws SQLException {
        Optional<Hold> hold = holds.find(held.id());
        if (hold.isPresent() && holds.find(other.id()).isEmpty()) {
            HoldTable.insert(
                    sql, new Hold(other.id(), hold.get().reason(), hold.get().by(), Instant.now()));
            pair.one(
                    "record.held",
                    other,
                    held,
                    Map.of("number", other.number(), "reason", hold.get().reason()));
        }
    }

    /** Nothing is taken out of a held record. */
    private void giveBack(Sql sql, RecordRow from, RecordRow into, Merged merged) throws SQLException {
        boolean held = holds.find(into.id()).isPresent();
        Content after = held ? Content.of(into) : planner.withoutFilled(from, into, merged.names());
        store.update(sql, Rows.with(into, after, caller()));
        changed(into, after);
    }

    private void changed(RecordRow row, Content after) {
        Map<String, Object> changes = Changes.between(Content.of(row), after, definitions.of(row));
        if (!changes.isEmpty()) {
            journal.append(new Journal.Entry("record.changed", row.type(), row.id(), Map.of("changes", changes)));
        }
    }

    /** The records it goes on in, one after the other. */
    private List<RecordRow> holders(RecordRow row) {
        var holders = new ArrayList<RecordRow>();
        Optional<RecordRow> next = row.mergedInto().flatMap(store::byId);
        while (next.isPresent() && !holders.contains(next.get())) {
            holders.add(next.get());
            next = next.get().mergedInto().flatMap(store::byId);
        }
        return holders;
    }

    private void require(RecordRow from, RecordRow into) {
        for (RecordRow row : List.of(from, into)) {
            pair.requireHandle(row);
            boolean stricter = from.secrecy().isRestricted() && !into.secrecy().isRestricted();
            String restricted = RecordPermissions.id(row.type(), Secrecy.RESTRICTED);
            if ((row.hasSecrets() || stricter) && !permissions.may(row, restricted) && !permissions.showsSecrets(row)) {
                throw Problem.forbidden(restricted);
            }
            if (row.mergedInto().isPresent()) {
                throw Problem.conflict(new Text(
                                row.number() + " är redan sammanslagen med en annan post.",
                                row.number() + " is merged into another record already."))
                        .withNext(new Text("Välj den posten i stället.", "Choose that record instead."));
            }
        }
    }

    private Optional<String> caller() {
        return permissions.caller().account();
    }

    private static Problem notMerged() {
        return Problem.notFound(
                new Text("Posten är inte sammanslagen med någon annan.", "The record is not merged into any other."));
    }
}
