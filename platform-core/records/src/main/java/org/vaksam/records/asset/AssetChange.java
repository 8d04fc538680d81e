package org.vaksam.records.asset;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.asset.AssetRow.Status;
import org.vaksam.records.store.Failure;
import org.vaksam.records.store.Tables;
import org.vaksam.records.value.Problems;
import org.vaksam.records.value.Words;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.web.EntityTags;

/** Makes, changes, moves and retires one asset. Nothing is ever removed: records point at it. */
@Component(service = AssetChange.class)
public final class AssetChange {
    private final PlatformDatabase database;
    private final AssetAccess access;
    private final AssetInput input;
    private final Journal journal;

    @Activate
    public AssetChange(
            @Reference Tables tables,
            @Reference AssetAccess access,
            @Reference AssetInput input,
            @Reference Journal journal) {
        this.database = tables.database();
        this.access = access;
        this.input = input;
        this.journal = journal;
    }

    public AssetRow create(Map<String, @Nullable Object> members) {
        access.requireWriting();
        return write(sql -> {
            var table = new AssetTable(sql);
            var problems = new Problems();
            AssetRow row = input.create(members, problems);
            checkKey(table, row, problems);
            AssetTree.check(table, row, problems);
            problems.throwIfAny();
            table.insert(List.of(row));
            journal.append(AssetEntries.created(row));
            return row;
        });
    }

    /** Applies a merge patch to the version the caller has seen. */
    public AssetRow change(String id, IntPredicate expected, Map<String, @Nullable Object> members) {
        return write(sql -> {
            var table = new AssetTable(sql);
            AssetRow before = find(table, id, expected);
            var problems = new Problems();
            AssetRow after = input.change(before, members, problems);
            checkKey(table, after, problems);
            problems.throwIfAny();
            return AssetEntries.areSame(before, after)
                    ? before
                    : store(table, after, AssetEntries.changed("changed", before, after, Map.of()));
        });
    }

    /** {@code {"parent"}}: makes it a part of another asset, with all its own parts; of none with null. */
    public AssetRow move(String id, IntPredicate expected, Map<String, @Nullable Object> members) {
        return write(sql -> {
            var table = new AssetTable(sql);
            table.lock();
            AssetRow before = find(table, id, expected);
            var problems = new Problems();
            Object given = only(members, "parent", problems);
            var draft = new AssetDraft(before);
            draft.parent = given == null ? Optional.empty() : input.parent(given, problems);
            AssetRow after = draft.toRow();
            AssetTree.check(table, after, problems);
            problems.throwIfAny();
            return after.parent().equals(before.parent())
                    ? before
                    : store(table, after, AssetEntries.changed("moved", before, after, Map.of()));
        });
    }

    /** {@code {"reason"?}}: it is not used any more. What points at it goes on doing so; parts in use are retired first. */
    public AssetRow retire(String id, IntPredicate expected, Map<String, @Nullable Object> members) {
        return write(sql -> {
            var table = new AssetTable(sql);
            table.lock();
            AssetRow before = find(table, id, expected);
            var problems = new Problems();
            Object given = only(members, "reason", problems);
            Optional<String> reason = given == null ? Optional.empty() : Words.line(given, "reason", 500, problems);
            problems.throwIfAny();
            refuseParts(table, before);
            var draft = new AssetDraft(before);
            draft.status = Status.RETIRED;
            Map<String, Object> more = new HashMap<>();
            reason.ifPresent(words -> more.put("reason", words));
            AssetRow after = draft.toRow();
            return before.isRetired()
                    ? before
                    : store(table, after, AssetEntries.changed("retired", before, after, more));
        });
    }

    /** An external key names one asset, also among those the caller does not see. */
    static void checkKey(AssetTable table, AssetRow row, Problems problems) throws SQLException {
        Optional<AssetRow> other =
                row.externalKey().isPresent() ? table.byKey(row.externalKey().get()) : Optional.empty();
        if (other.filter(found -> !found.id().equals(row.id())).isPresent()) {
            problems.add("externalKey", "Finns redan på en annan tillgång.", "Belongs to another asset already.");
        }
    }

    private AssetRow store(AssetTable table, AssetRow row, Journal.Entry entry) throws SQLException {
        if (!table.update(row)) {
            throw EntityTags.stale(row.version());
        }
        journal.append(entry);
        return row;
    }

    private AssetRow find(AssetTable table, String id, IntPredicate expected) throws SQLException {
        access.requireReading();
        AssetRow row = access.requireChange(table.byId(id));
        EntityTags.check(expected, row.version());
        return row;
    }

    private static void refuseParts(AssetTable table, AssetRow row) throws SQLException {
        long parts = table.below(List.of(row.id())).stream()
                .filter(part -> !part.isRetired())
                .count();
        if (parts > 0) {
            throw Problem.conflict(new Text(
                            "Den har " + parts + " delar som används.", "It has " + parts + " parts that are in use."))
                    .withNext(new Text("Avveckla eller flytta delarna först.", "Retire or move the parts first."));
        }
    }

    private static @Nullable Object only(Map<String, @Nullable Object> members, String known, Problems problems) {
        members.keySet().stream()
                .filter(member -> !member.equals(known))
                .forEach(member -> problems.add(member, "Okänt fält.", "Unknown field."));
        return members.get(known);
    }

    /** Two that take the same external key at the same time: the later one is told so. */
    private AssetRow write(PlatformDatabase.Work<AssetRow> work) {
        try {
            return database.write(work);
        } catch (RuntimeException e) {
            if (Failure.isDuplicate(e)) {
                throw Problem.conflict(new Text(
                                "Den externa nyckeln finns redan på en annan tillgång.",
                                "The external key belongs to another asset already."))
                        .causedBy(e);
            }
            throw e;
        }
    }
}
