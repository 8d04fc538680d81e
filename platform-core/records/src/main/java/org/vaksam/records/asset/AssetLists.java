package org.vaksam.records.asset;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.store.Tables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.security.Units;

/** Pages of assets in the order of their names, of what the caller may see. */
@Component(service = AssetLists.class)
public final class AssetLists {
    /** One page, and the cursor of the next. */
    public record Page(List<AssetRow> rows, Optional<String> next) {}

    /** What the database picks out; {@code units} are looked at here when there are too many for a statement. */
    private record Filter(String where, List<@Nullable Object> parameters, Optional<Set<String>> units, boolean top) {}

    private record Found(AssetRow row, Optional<String> unitAbove) {}

    private static final int MOST_UNITS = 200;
    private static final int BATCH = 500;
    private static final Text BROKEN = new Text("Markören stämmer inte.", "The cursor is not valid.");

    private final PlatformDatabase database;
    private final AssetAccess access;
    private final Units units;

    @Activate
    public AssetLists(@Reference Tables tables, @Reference AssetAccess access, @Reference Units units) {
        this.database = tables.database();
        this.access = access;
        this.units = units;
    }

    public Page page(AssetQuery query) {
        access.requireReading();
        Filter filter = filter(query);
        if (filter.units().filter(Set::isEmpty).isPresent()) {
            return new Page(List.of(), Optional.empty());
        }
        List<AssetRow> rows = database.read(sql -> rows(sql, filter, query));
        boolean more = rows.size() > query.limit();
        List<AssetRow> shown = more ? rows.subList(0, query.limit()) : rows;
        return new Page(shown, more ? Optional.of(cursor(shown.get(shown.size() - 1))) : Optional.empty());
    }

    private Filter filter(AssetQuery query) {
        var parts = new ArrayList<String>();
        var parameters = new ArrayList<@Nullable Object>();
        query.type().ifPresent(type -> add(parts, parameters, "a.type = ?", type));
        Optional<Units.Unit> unit = query.unit().map(this::unit);
        Optional<Set<String>> seen = access.unitsSeen(unit);
        if (seen.isPresent() && seen.get().size() <= MOST_UNITS && !seen.get().isEmpty()) {
            add(
                    parts,
                    parameters,
                    "a.unit_id IN (" + Sql.places(seen.get().size()) + ")",
                    seen.get().toArray());
        }
        List<String> statuses =
                query.statuses().stream().map(AssetRow.Status::word).toList();
        add(parts, parameters, "a.status IN (" + Sql.places(statuses.size()) + ")", statuses.toArray());
        if (query.isTop()) {
            if (seen.isEmpty()) {
                parts.add("a.parent_id IS NULL");
            }
        } else {
            query.parent().ifPresent(parent -> add(parts, parameters, "a.parent_id = ?", parent));
        }
        for (String word : query.words().strip().split("\\s+")) {
            if (!word.isEmpty()) {
                add(parts, parameters, "a.words LIKE ? ESCAPE '!'", Sql.anywhere(word));
            }
        }
        return new Filter(String.join(" AND ", parts), parameters, seen, query.isTop() && seen.isPresent());
    }

    private static List<AssetRow> rows(Sql sql, Filter filter, AssetQuery query) throws SQLException {
        var rows = new ArrayList<AssetRow>();
        Optional<List<String>> after = query.cursor().map(AssetLists::position);
        List<Found> batch;
        do {
            batch = batch(sql, filter, after);
            for (Found found : batch) {
                if (isShown(found, filter) && rows.size() <= query.limit()) {
                    rows.add(found.row());
                }
            }
            if (!batch.isEmpty()) {
                AssetRow last = batch.get(batch.size() - 1).row();
                after = Optional.of(List.of(AssetTable.folded(last.name()), last.id()));
            }
        } while (batch.size() == BATCH && rows.size() <= query.limit());
        return rows;
    }

    private static List<Found> batch(Sql sql, Filter filter, Optional<List<String>> after) throws SQLException {
        var parameters = new ArrayList<>(filter.parameters());
        String behind = "";
        if (after.isPresent()) {
            String name = after.get().get(0);
            behind = " AND (a.name_order > ? OR (a.name_order = ? AND a.id > ?))";
            Collections.addAll(parameters, name, name, after.get().get(1));
        }
        return sql.list(
                "SELECT " + AssetTable.COLUMNS + ", p.unit_id FROM asset a LEFT JOIN asset p ON p.id = a.parent_id"
                        + " WHERE " + filter.where() + behind
                        + " ORDER BY a.name_order, a.id FETCH FIRST " + BATCH + " ROWS ONLY",
                row -> new Found(AssetTable.read(row), Optional.ofNullable(row.getString(15))),
                parameters.toArray());
    }

    private static boolean isShown(Found found, Filter filter) {
        return filter.units().isEmpty()
                || found.row().unit().filter(filter.units().get()::contains).isPresent()
                        && !(filter.top()
                                && found.unitAbove()
                                        .filter(filter.units().get()::contains)
                                        .isPresent());
    }

    private Units.Unit unit(String idOrCode) {
        return units.find(idOrCode)
                .orElseThrow(
                        () -> Problem.badRequest(new Text("Det finns ingen sådan enhet.", "There is no such unit.")));
    }

    private static void add(
            List<String> parts, List<@Nullable Object> parameters, String part, @Nullable Object... values) {
        parts.add(part);
        parameters.addAll(Arrays.asList(values));
    }

    private static String cursor(AssetRow row) {
        byte[] position = (AssetTable.folded(row.name()) + "\n" + row.id()).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position);
    }

    private static List<String> position(String cursor) {
        try {
            String position = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> parts = List.of(position.split("\n", -1));
            if (parts.size() == 2) {
                return parts;
            }
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(BROKEN).causedBy(e);
        }
        throw Problem.badRequest(BROKEN);
    }
}
