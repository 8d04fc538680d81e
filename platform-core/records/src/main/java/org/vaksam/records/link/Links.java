package org.vaksam.records.link;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.asset.AssetReading;
import org.vaksam.records.asset.AssetRow;
import org.vaksam.records.engine.RecordPermissions;
import org.vaksam.records.engine.RecordReading;
import org.vaksam.records.store.Tables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordRow;

/** Links of records with records and assets. */
@Component(service = Links.class)
public final class Links {
    /** A link whose other side the caller may see: a record or an asset. */
    public record Seen(Link link, Optional<RecordRow> record, Optional<AssetRow> asset) {}

    /** A link, and whether it was there before. */
    public record Made(Seen seen, boolean before) {}

    static final int MOST = 200;

    private final PlatformDatabase database;
    private final RecordReading reading;
    private final RecordPermissions permissions;
    private final AssetReading assets;
    private final Pair pair;
    private final Journal journal;

    @Activate
    public Links(
            @Reference Tables tables,
            @Reference RecordReading reading,
            @Reference RecordPermissions permissions,
            @Reference AssetReading assets,
            @Reference Pair pair,
            @Reference Journal journal) {
        this.database = tables.database();
        this.reading = reading;
        this.permissions = permissions;
        this.assets = assets;
        this.pair = pair;
        this.journal = journal;
    }

    /** Those of the record and of what was merged into it, as far as the caller sees where they lead; oldest first. */
    public List<Seen> of(RecordRow row) {
        return seen(database.read(sql -> {
            List<String> group = MergeTable.group(sql, row.id());
            var known = new HashSet<String>();
            return new LinkTable(sql)
                    .of(group).stream()
                            .filter(link -> !group.contains(link.target()))
                            .sorted(Comparator.comparing(Link::id))
                            .filter(link -> known.add(link.relation() + link.target()))
                            .toList();
        }));
    }

    /** Records linked to an asset that the caller sees, each from its own side; the newest made before this one. */
    public List<Seen> ofAsset(String idOrKey, Optional<String> before, int most) {
        AssetRow asset = assets.read(idOrKey);
        var found = new ArrayList<Seen>();
        Optional<String> last = before;
        boolean more = true;
        while (more && found.size() < most) {
            String below = last.orElse("~");
            List<Link> links = database.read(sql -> new LinkTable(sql).toAsset(asset.id(), below, MOST));
            found.addAll(seen(asset, links));
            more = links.size() == MOST;
            last = links.stream().reduce((one, next) -> next).map(Link::id);
        }
        return found.subList(0, Math.min(most, found.size()));
    }

    private List<Seen> seen(AssetRow asset, List<Link> links) {
        Map<String, RecordRow> records =
                records(links.stream().map(Link::record).toList());
        return links.stream()
                .filter(link -> records.containsKey(link.record()))
                .map(link -> new Seen(link, Optional.ofNullable(records.get(link.record())), Optional.of(asset)))
                .toList();
    }

    /** Links the record as wanted; what is linked so already stays as it is. */
    public Made add(RecordRow row, LinkOrder order) {
        return order.record().isPresent()
                ? withRecord(row, order, pair.other(row, order.record().get(), "record"))
                : withAsset(row, order);
    }

    /** Removes a link of a record the caller handles, or that leads to one. */
    public void remove(RecordRow row, String id, String reason) {
        Seen seen = of(row).stream()
                .filter(one -> one.link().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(new Text("Kopplingen finns inte.", "There is no such link.")));
        RecordRow side = seen.link().record().equals(row.id())
                ? row
                : reading.find(seen.link().record()).orElseThrow(RecordPermissions::missing);
        seen.record().ifPresentOrElse(other -> pair.requireEither(row, other), () -> pair.requireHandle(row));
        Map<String, Object> data = Map.of("relation", seen.link().relation().id(), "reason", reason);
        database.write(sql -> {
            LinkTable.lock(sql, side.id());
            if (new LinkTable(sql).find(side.id(), id).isPresent()) {
                new LinkTable(sql).delete(id);
                tell("record.unlinked", side, seen, data);
            }
            return true;
        });
    }

    /** Within a transaction that has locked both. */
    Link insert(Sql sql, RecordRow row, RecordRow other, Relation relation, String note) throws SQLException {
        Link link = link(row, relation, Optional.of(other.id()), Optional.empty(), note);
        new LinkTable(sql).insert(link);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("relation", relation.id());
        pair.one("record.linked", row, other, data);
        data.put("relation", relation.inverse().id());
        pair.one("record.linked", other, row, data);
        return link;
    }

    private Made withRecord(RecordRow row, LinkOrder order, RecordRow other) {
        pair.requireEither(row, other);
        return database.write(sql -> {
            if (!LinkTable.lock(sql, row.id(), other.id())) {
                throw RecordPermissions.missing();
            }
            var table = new LinkTable(sql);
            Optional<Link> before = table.same(row.id(), order.relation(), other.id());
            if (before.isPresent()) {
                return new Made(new Seen(before.get(), Optional.of(other), Optional.empty()), true);
            }
            requireRoom(table, row.id());
            requireRoom(table, other.id());
            Link link = insert(sql, row, other, order.relation(), order.note());
            return new Made(new Seen(link, Optional.of(other), Optional.empty()), false);
        });
    }

    private Made withAsset(RecordRow row, LinkOrder order) {
        pair.requireHandle(row);
        AssetRow asset = assets.find(order.asset().orElseThrow())
                .flatMap(id -> Optional.ofNullable(assets.byId(List.of(id)).get(id)))
                .orElseThrow(() -> Pair.wrong(
                        "asset",
                        "Det finns ingen tillgång med det id:t eller den nyckeln som du får se.",
                        "There is no asset with this id or key that you may see."));
        return database.write(sql -> {
            if (!LinkTable.lock(sql, row.id())) {
                throw RecordPermissions.missing();
            }
            var table = new LinkTable(sql);
            Optional<Link> before = table.same(row.id(), order.relation(), asset.id());
            Link link = before.orElseGet(
                    () -> link(row, order.relation(), Optional.empty(), Optional.of(asset.id()), order.note()));
            Seen seen = new Seen(link, Optional.empty(), Optional.of(asset));
            if (before.isEmpty()) {
                requireRoom(table, row.id());
                table.insert(link);
                tell(
                        "record.linked",
                        row,
                        seen,
                        Map.of("relation", link.relation().id()));
            }
            return new Made(seen, before.isPresent());
        });
    }

    private void tell(String action, RecordRow row, Seen seen, Map<String, Object> data) {
        if (seen.record().isPresent()) {
            pair.journal(action, row, seen.record().get(), data);
            return;
        }
        var all = new LinkedHashMap<>(data);
        seen.asset().ifPresent(asset -> all.put("otherAsset", asset.id()));
        journal.append(new Journal.Entry(action, row.type(), row.id(), all));
    }

    private Link link(RecordRow row, Relation relation, Optional<String> record, Optional<String> asset, String note) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Link(
                Ids.next(),
                row.id(),
                relation,
                record,
                asset,
                note,
                now,
                permissions.caller().account());
    }

    private List<Seen> seen(List<Link> links) {
        Map<String, RecordRow> records = records(
                links.stream().flatMap(link -> link.otherRecord().stream()).toList());
        Map<String, AssetRow> found = assets.byId(
                links.stream().flatMap(link -> link.otherAsset().stream()).toList());
        return links.stream()
                .map(link -> new Seen(
                        link,
                        link.otherRecord().map(records::get),
                        link.otherAsset().map(found::get)))
                .filter(seen -> seen.record().isPresent() || seen.asset().isPresent())
                .toList();
    }

    private Map<String, RecordRow> records(List<String> ids) {
        var records = new LinkedHashMap<String, RecordRow>();
        reading.readAll(ids.stream().distinct().toList()).forEach(row -> records.put(row.id(), row.withoutSecrets()));
        return records;
    }

    private static void requireRoom(LinkTable table, String record) throws SQLException {
        if (table.count(record) >= MOST) {
            throw Problem.conflict(new Text(
                            "Posten har redan " + MOST + " kopplingar. Inget har sparats.",
                            "The record has " + MOST + " links already. Nothing was stored."))
                    .withNext(new Text(
                            "Samla posterna i en serie i stället.", "Gather the records in a series instead."));
        }
    }
}
