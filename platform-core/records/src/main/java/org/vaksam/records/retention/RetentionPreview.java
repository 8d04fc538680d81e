package org.vaksam.records.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.records.definition.RetentionRule;
import org.vaksam.records.definition.RetentionRule.Action;
import org.vaksam.records.retention.RetentionPlan.Group;
import org.vaksam.records.retention.RetentionPlan.Planned;
import org.vaksam.records.retention.RetentionRules.KindRule;
import org.vaksam.records.store.RetentionTable;
import org.vaksam.records.store.RetentionTable.Old;
import org.vaksam.records.store.RetentionTable.Reach;
import org.vaksam.spi.records.RecordTypes.Definition;

/** Finds out what would be removed on a day, and removes nothing. */
@Component(service = RetentionPreview.class)
public final class RetentionPreview {
    /** So many records go in one run. */
    static final int MOST = 10_000;

    private static final Instant ALWAYS = Instant.parse("9000-01-01T00:00:00Z");

    private final RetentionRules rules;
    private final RetentionTable table;

    @Activate
    public RetentionPreview(@Reference RetentionRules rules, @Reference RetentionTable table) {
        this.rules = rules;
        this.table = table;
    }

    public RetentionPlan of(LocalDate on) {
        var groups = new ArrayList<Group>();
        var items = new ArrayList<Planned>();
        var held = new ArrayList<Old>();
        for (KindRule kind : rules.all()) {
            if (kind.rule().isEmpty()) {
                groups.add(new Group(kind, 0, 0, unruled(kind.kind())));
            } else {
                groups.add(take(kind, kind.rule().get(), on, items, held));
            }
        }
        long due = groups.stream().mapToLong(Group::due).sum();
        return new RetentionPlan(on, groups, List.copyOf(items), List.copyOf(held), due > items.size());
    }

    private Group take(KindRule kind, RetentionRule rule, LocalDate on, List<Planned> items, List<Old> held) {
        if (rule.action() == Action.KEEP) {
            return new Group(kind, 0, 0, 0);
        }
        Reach reach = reach(kind.kind(), rule.fromCreation(), rule.period().cutoff(on));
        table.free(reach, MOST - items.size()).forEach(old -> items.add(new Planned(old.row(), old.since(), rule)));
        held.addAll(table.held(reach, MOST - held.size()));
        return new Group(kind, table.countFree(reach), table.countHeld(reach), 0);
    }

    /** How many of a kind without a rule have been closed. */
    private long unruled(Definition kind) {
        Reach closed = reach(kind, false, ALWAYS);
        return table.countFree(closed) + table.countHeld(closed);
    }

    private static Reach reach(Definition kind, boolean fromCreation, Instant before) {
        return new Reach(kind.type(), kind.kind(), fromCreation, before);
    }
}
