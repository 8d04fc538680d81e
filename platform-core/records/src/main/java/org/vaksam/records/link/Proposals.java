package org.vaksam.records.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.records.asset.AssetReading;
import org.vaksam.records.engine.RecordPermissions;
import org.vaksam.records.engine.RecordReading;
import org.vaksam.records.store.RecordStore;
import org.vaksam.records.store.Tables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.records.RecordLikeness.Like;
import org.vaksam.spi.records.RecordRow;

/**
 * Records that may have to do with one: near in place and time, about the same asset, naming the same person, in similar words.
 * Each way looks at a bounded number of records that the caller sees; what is secret by itself proposes nothing.
 */
@Component(service = Proposals.class)
public final class Proposals {
    /** A record, with the reasons that count most first. */
    public record Proposal(RecordRow record, int score, List<Reason> reasons) {}

    private static final int LOOKED_AT = 100;
    private static final int MOST = 20;
    private static final double ALIKE = 0.35;
    private static final int HIGHEST = 100;

    private final PlatformDatabase database;
    private final RecordStore store;
    private final RecordReading reading;
    private final RecordPermissions permissions;
    private final AssetReading assets;
    private final ReadModel model;
    private final Dismissals dismissals;

    @Activate
    public Proposals(
            @Reference Tables tables,
            @Reference RecordStore store,
            @Reference RecordReading reading,
            @Reference RecordPermissions permissions,
            @Reference AssetReading assets,
            @Reference ReadModel model,
            @Reference Dismissals dismissals) {
        this.database = tables.database();
        this.store = store;
        this.reading = reading;
        this.permissions = permissions;
        this.assets = assets;
        this.model = model;
        this.dismissals = dismissals;
    }

    /** The best ones first; none for a record that goes on in another. */
    public List<Proposal> of(RecordRow stored) {
        if (stored.mergedInto().isPresent()) {
            return List.of();
        }
        RecordRow row = stored.withoutSecrets();
        var reasons = new LinkedHashMap<String, List<Reason>>();
        model.likeness().samePeople(row, LOOKED_AT).forEach(id -> add(reasons, id, Reason.person()));
        for (Like like : model.likeness().similarText(row, LOOKED_AT)) {
            if (like.share() >= ALIKE) {
                add(reasons, like.id(), Reason.text(like.share()));
            }
        }
        row.asset().filter(asset -> !assets.byId(List.of(asset)).isEmpty()).ifPresent(asset -> model.newest(
                        Map.of("asset", List.of(asset)), LOOKED_AT)
                .forEach(id -> reasons.computeIfAbsent(id, any -> new ArrayList<>())));
        Nearness.filters(row).ifPresent(filters -> model.newest(filters, LOOKED_AT)
                .forEach(id -> reasons.computeIfAbsent(id, any -> new ArrayList<>())));
        reasons.keySet().removeAll(settled(row));
        return readable(best(row, reasons));
    }

    private List<Proposal> best(RecordRow row, Map<String, List<Reason>> reasons) {
        var found = new ArrayList<Proposal>();
        for (RecordRow stored : store.byIds(List.copyOf(reasons.keySet()))) {
            if (stored.mergedInto().isPresent() || !permissions.shows(stored)) {
                continue;
            }
            RecordRow other = stored.withoutSecrets();
            List<Reason> all = new ArrayList<>(reasons.getOrDefault(other.id(), List.of()));
            near(row, other).ifPresent(all::add);
            if (row.asset().isPresent() && row.asset().equals(other.asset())) {
                all.add(Reason.asset());
            }
            if (!all.isEmpty()) {
                all.sort(Comparator.comparingInt((Reason reason) -> -reason.points()));
                int score = all.stream().mapToInt(Reason::points).sum();
                found.add(new Proposal(other, Math.min(HIGHEST, score), all));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt((Proposal proposal) -> -proposal.score())
                        .thenComparing(proposal -> proposal.record().id(), Comparator.reverseOrder()))
                .limit(MOST)
                .toList();
    }

    private static Optional<Reason> near(RecordRow row, RecordRow other) {
        OptionalDouble metres = Nearness.metres(row, other);
        return Nearness.time(row, other)
                .filter(time -> metres.isPresent()
                        && metres.getAsDouble() <= Nearness.METRES
                        && time.compareTo(Nearness.TIME) <= 0)
                .map(time -> Reason.place(metres.getAsDouble(), time));
    }

    /** What is shown of a restricted record leaves its trace. */
    private List<Proposal> readable(List<Proposal> best) {
        Set<String> shown = new HashSet<>();
        reading.readAll(best.stream().map(proposal -> proposal.record().id()).toList())
                .forEach(row -> shown.add(row.id()));
        return best.stream()
                .filter(proposal -> shown.contains(proposal.record().id()))
                .toList();
    }

    /** Itself, what it is linked with or merged with, and what was dismissed. */
    private Set<String> settled(RecordRow row) {
        Set<String> settled = dismissals.of(row);
        database.read(sql -> {
            List<String> group = MergeTable.group(sql, row.id());
            settled.addAll(group);
            new LinkTable(sql).of(group).forEach(link -> settled.add(link.target()));
            return true;
        });
        return settled;
    }

    private static void add(Map<String, List<Reason>> reasons, String id, Reason reason) {
        reasons.computeIfAbsent(id, any -> new ArrayList<>()).add(reason);
    }
}
