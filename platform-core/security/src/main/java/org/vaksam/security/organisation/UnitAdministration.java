package org.vaksam.security.organisation;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.security.input.Input;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.data.Sql;

/** Changes the organisation. */
@Component(service = UnitAdministration.class)
public final class UnitAdministration {
    private static final String[] FIELDS = {"code", "name", "type", "parent", "validFrom", "validTo", "externalKey"};
    private static final int LONGEST = 200;
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}");
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Text CODE_RULE = new Text(
            "Ska ha 1-40 tecken: bokstäver, siffror, punkt, bindestreck och understreck.",
            "Must have 1-40 characters: letters, digits, dot, hyphen and underscore.");
    private static final Text TYPE_RULE = new Text(
            "Ska vara ett ord med små bokstäver, som department.",
            "Must be a word in small letters, such as department.");

    private final SecurityTables tables;
    private final UnitDirectory directory;
    private final Journal journal;

    @Activate
    public UnitAdministration(
            @Reference SecurityTables tables, @Reference UnitDirectory directory, @Reference Journal journal) {
        this.tables = tables;
        this.directory = directory;
        this.journal = journal;
    }

    /** What was sent; what was not is empty. */
    private record Wanted(
            Input input,
            Optional<String> code,
            Optional<Text> name,
            Optional<String> type,
            Optional<String> parent,
            Optional<LocalDate> validFrom,
            Optional<LocalDate> validTo,
            Optional<String> externalKey) {

        static Wanted read(Input input) {
            return new Wanted(
                    input,
                    input.optionalWord("code", CODE, CODE_RULE),
                    input.label("name", LONGEST),
                    input.optionalWord("type", TYPE, TYPE_RULE),
                    input.optionalLine("parent", LONGEST),
                    input.date("validFrom"),
                    input.date("validTo"),
                    input.optionalLine("externalKey", LONGEST));
        }

        <T> Optional<T> or(String field, Optional<T> sent, Optional<T> before) {
            return input.has(field) ? sent : before;
        }

        UnitRow over(UnitRow before) {
            return new UnitRow(
                    before.id(),
                    code.orElse(before.code()),
                    name.orElse(before.name()),
                    type.orElse(before.type()),
                    before.parent(),
                    before.path(),
                    or("validFrom", validFrom, before.validFrom()),
                    or("validTo", validTo, before.validTo()),
                    or("externalKey", externalKey, before.externalKey()));
        }
    }

    /** A new unit. */
    public UnitRow create(@Nullable Map<String, @Nullable Object> body) {
        var input = Input.of(body, FIELDS).required("code", "name", "type");
        Wanted wanted = Wanted.read(input);
        input.check();
        String id = Ids.next();
        return tables.write(sql -> {
            var table = new UnitTable(sql);
            UnitTree tree = locked(table);
            Optional<UnitRow> parent = parent(wanted, tree);
            input.check();
            var blank = new UnitRow(
                    id,
                    "",
                    Text.same(""),
                    "",
                    parent.map(UnitRow::id),
                    tree.pathBelow(parent, id),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            UnitRow unit = wanted.over(blank);
            checkWhole(unit, input, tree);
            table.insert(unit);
            changed("unit.created", unit);
            return unit;
        });
    }

    /** Changes what was sent; {@code parent}, {@code validFrom}, {@code validTo} and {@code externalKey} may be set to null. */
    public UnitRow change(String id, @Nullable Map<String, @Nullable Object> body) {
        var input = Input.of(body, FIELDS).notNull("code", "name", "type");
        Wanted wanted = Wanted.read(input);
        input.check();
        return tables.write(sql -> change(sql, id, wanted));
    }

    private UnitRow change(Sql sql, String id, Wanted wanted) throws SQLException {
        var table = new UnitTable(sql);
        UnitTree tree = locked(table);
        UnitRow before = tree.find(id)
                .orElseThrow(() -> Problem.notFound(new Text("Enheten finns inte.", "There is no such unit.")));
        UnitRow unit = wanted.over(before);
        if (wanted.input().has("parent")) {
            Optional<UnitRow> parent = parent(wanted, tree);
            wanted.input().check();
            for (UnitRow moved : tree.moved(before, parent)) {
                table.update(moved);
                if (moved.id().equals(unit.id())) {
                    unit = unit.at(moved.parent(), moved.path());
                }
            }
        }
        checkWhole(unit, wanted.input(), tree);
        table.update(unit);
        changed("unit.changed", unit);
        return unit;
    }

    private static UnitTree locked(UnitTable table) throws SQLException {
        table.lock();
        return new UnitTree(table.all());
    }

    private static Optional<UnitRow> parent(Wanted wanted, UnitTree tree) {
        Optional<UnitRow> parent = wanted.parent().flatMap(tree::find);
        if (wanted.parent().isPresent() && parent.isEmpty()) {
            wanted.input().wrong("parent", new Text("Enheten finns inte.", "There is no such unit."));
        }
        return parent;
    }

    private static void checkWhole(UnitRow unit, Input input, UnitTree tree) {
        boolean endsTooEarly = unit.validFrom().isPresent()
                && unit.validTo().isPresent()
                && unit.validTo().get().isBefore(unit.validFrom().get());
        if (endsTooEarly) {
            input.wrong("validTo", new Text("Ska inte vara före validFrom.", "Must not be before validFrom."));
        }
        input.check();
        Optional<UnitRow> same =
                tree.find(unit.code()).filter(other -> !other.id().equals(unit.id()));
        if (same.isPresent()) {
            throw Problem.conflict(
                    new Text("Koden " + unit.code() + " finns redan.", "The code " + unit.code() + " is taken."));
        }
    }

    private void changed(String action, UnitRow unit) {
        directory.changed();
        var data = new LinkedHashMap<String, Object>();
        data.put("code", unit.code());
        data.put("name", unit.name().asMap());
        data.put("type", unit.type());
        data.put("parent", unit.parent().orElse(""));
        unit.validFrom().ifPresent(date -> data.put("validFrom", date.toString()));
        unit.validTo().ifPresent(date -> data.put("validTo", date.toString()));
        unit.externalKey().ifPresent(key -> data.put("externalKey", key));
        journal.append(new Journal.Entry(action, "unit", unit.id(), data));
    }
}
