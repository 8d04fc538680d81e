package org.vaksam.records.asset;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.records.asset.AssetColumns.Line;
import org.vaksam.records.value.Problems;

/** The assets that the lines of a table describe: found by their key or made, parents before their parts. */
final class ImportedAssets {
    /** What a line makes of an asset; new when there was none before. */
    record Imported(Optional<AssetRow> before, AssetRow after) {
        boolean isChange() {
            return before.filter(row -> !AssetEntries.areSame(row, after)).isPresent();
        }
    }

    private final AssetTable table;
    private final AssetAccess access;
    private final AssetInput input;
    private final AssetTypes types;
    private final AssetReading reading;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, AssetRow> known = new HashMap<>();
    private final Map<String, Imported> done = new LinkedHashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final Problems problems = new Problems();

    ImportedAssets(
            AssetTable table,
            AssetAccess access,
            AssetInput input,
            AssetTypes types,
            AssetReading reading,
            List<Line> given)
            throws SQLException {
        this.table = table;
        this.access = access;
        this.input = input;
        this.types = types;
        this.reading = reading;
        for (Line line : given) {
            Optional<String> key = line.text(AssetColumns.KEY);
            if (key.isEmpty()) {
                wrong(line, AssetColumns.KEY, "Måste anges.", "Is required.");
            } else if (lines.putIfAbsent(key.get(), line) != null) {
                wrong(line, AssetColumns.KEY, "Står redan på en annan rad.", "Is on another line already.");
            }
        }
        table.byKeys(lines.keySet()).forEach(row -> known.put(row.externalKey().orElseThrow(), row));
        table.byIds(lines.keySet()).forEach(row -> known.put(row.id(), row));
        for (String key : List.copyOf(lines.keySet())) {
            take(key);
        }
        refuseCircles();
    }

    List<Imported> all() {
        return new ArrayList<>(done.values());
    }

    List<FieldProblem> problems() {
        return problems.all();
    }

    private void take(String key) throws SQLException {
        Line line = lines.get(key);
        if (line == null || !begun.add(key)) {
            return;
        }
        Optional<AssetRow> before = Optional.ofNullable(known.get(key));
        if (before.isPresent() && !(access.sees(before.get()) && access.mayWrite(before.get()))) {
            wrong(line, AssetColumns.KEY, "Finns redan på en annan tillgång.", "Belongs to another asset already.");
            return;
        }
        Optional<String> above = line.text(AssetColumns.PARENT);
        if (above.isPresent()) {
            take(above.get());
        }
        var own = new Problems();
        AssetDraft draft = before.map(AssetDraft::new).orElseGet(AssetDraft::new);
        type(line, draft, own);
        if (line.cells().containsKey(AssetColumns.PARENT)) {
            draft.parent = above.flatMap(parent -> parent(parent, own));
        }
        if (draft.isNew()) {
            draft.externalKey = Optional.of(key);
            draft.unit = above.flatMap(this::unitOf);
        }
        AssetRow after = input.write(draft, line.members(types.find(draft.type)), own);
        own.all()
                .forEach(one -> wrong(
                        line,
                        column(one.field()),
                        one.detail().sv(),
                        one.detail().en()));
        done.put(key, new Imported(before, after));
    }

    private void type(Line line, AssetDraft draft, Problems own) {
        Optional<String> wanted = line.text(AssetColumns.TYPE);
        if (draft.isNew()) {
            draft.type = input.type(wanted.orElse(""), own);
        } else if (wanted.filter(type -> !type.equals(draft.type)).isPresent()) {
            own.add(AssetColumns.TYPE, "Är " + draft.type + " och kan inte ändras.", "Is " + draft.type + " for good.");
        }
    }

    private Optional<String> parent(String key, Problems own) {
        Imported here = done.get(key);
        if (here != null) {
            return Optional.of(here.after().id());
        }
        return Optional.ofNullable(known.get(key)).map(AssetRow::id).or(() -> input.parent(key, own));
    }

    private Optional<String> unitOf(String key) {
        Imported here = done.get(key);
        return here != null
                ? here.after().unit()
                : reading.find(key)
                        .flatMap(id ->
                                Optional.ofNullable(reading.byId(List.of(id)).get(id)))
                        .flatMap(AssetRow::unit);
    }

    /** Also those that close over assets which are not in the table. */
    private void refuseCircles() throws SQLException {
        Map<String, AssetRow> after = done.values().stream()
                .map(Imported::after)
                .collect(Collectors.toMap(AssetRow::id, Function.identity()));
        for (Map.Entry<String, Imported> one : done.entrySet()) {
            Set<String> met = new HashSet<>();
            Optional<AssetRow> at = Optional.of(one.getValue().after());
            while (at.isPresent() && met.add(at.get().id())) {
                Optional<String> parent = at.get().parent();
                at = parent.isEmpty()
                        ? Optional.empty()
                        : after.containsKey(parent.get())
                                ? Optional.ofNullable(after.get(parent.get()))
                                : table.byId(parent.get());
            }
            Line line = lines.get(one.getKey());
            if (at.isPresent() && line != null) {
                wrong(
                        line,
                        AssetColumns.PARENT,
                        "Den skulle bli en del av sig själv.",
                        "It would be a part of itself.");
            }
        }
    }

    private static String column(String field) {
        return field.equals("place.name") ? "address" : field.replaceFirst("^place\\.", "");
    }

    private void wrong(Line line, String column, String swedish, String english) {
        problems.add(line.number() + "." + column, swedish, english);
    }
}
