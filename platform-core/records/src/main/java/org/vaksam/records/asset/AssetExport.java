package org.vaksam.records.asset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.records.asset.AssetRow.Status;
import org.vaksam.records.definition.FieldDefinition;

/** The assets that the caller sees, as a table that can be imported again. */
@Component(service = AssetExport.class)
public final class AssetExport {
    private static final int PAGE = 500;

    private final AssetLists lists;
    private final AssetReading reading;
    private final AssetTypes types;

    @Activate
    public AssetExport(@Reference AssetLists lists, @Reference AssetReading reading, @Reference AssetTypes types) {
        this.lists = lists;
        this.reading = reading;
        this.types = types;
    }

    /** Those of a type and a unit, if they are named; what is retired is left out. */
    public List<List<String>> rows(Optional<String> type, Optional<String> unit) {
        List<AssetRow> all = all(type, unit);
        Map<String, AssetRow> above =
                reading.byId(all.stream().flatMap(row -> row.parent().stream()).toList());
        List<String> attributes = types.all().stream()
                .filter(one -> all.stream().anyMatch(row -> row.type().equals(one.id())))
                .flatMap(one -> one.attributes().stream())
                .map(FieldDefinition::id)
                .distinct()
                .toList();
        var rows = new ArrayList<List<String>>();
        var heading = new ArrayList<>(AssetColumns.FIXED);
        attributes.forEach(id -> heading.add(AssetColumns.ATTRIBUTES + id));
        rows.add(heading);
        all.forEach(row -> rows.add(cells(row, row.parent().map(above::get).map(AssetExport::key), attributes)));
        return rows;
    }

    private List<AssetRow> all(Optional<String> type, Optional<String> unit) {
        var all = new ArrayList<AssetRow>();
        Optional<String> next = Optional.empty();
        do {
            AssetLists.Page page = lists.page(new AssetQuery(
                    "", type, unit, Optional.empty(), Set.of(Status.PLANNED, Status.ACTIVE), next, PAGE));
            all.addAll(page.rows());
            next = page.next();
        } while (next.isPresent());
        return all;
    }

    private static List<String> cells(AssetRow row, Optional<String> parent, List<String> attributes) {
        var cells = new ArrayList<>(List.of(
                key(row),
                row.name(),
                row.type(),
                row.unit().orElse(""),
                parent.orElse(""),
                row.status().word(),
                row.place().name(),
                row.place().latitude().map(Object::toString).orElse(""),
                row.place().longitude().map(Object::toString).orElse("")));
        attributes.forEach(id -> cells.add(Objects.toString(row.attributes().get(id), "")));
        return cells;
    }

    /** What an import knows it by. */
    private static String key(AssetRow row) {
        return row.externalKey().orElse(row.id());
    }
}
