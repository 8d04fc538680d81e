package org.vaksam.security.organisation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.Sql;

/** Tables {@code unit_fact} (what is true since when) and {@code unit} (what lasts, and the tree as it is today). */
final class OrganisationTable {
    /** What no code begins with. */
    private static final String NO_CODE = "~";

    private final Sql sql;

    OrganisationTable(Sql sql) {
        this.sql = sql;
    }

    long revision() throws SQLException {
        return sql.number("SELECT revision FROM organisation");
    }

    /** Until the transaction ends nobody else changes units: an organisation is checked as a whole. */
    void lock() throws SQLException {
        sql.update("UPDATE organisation SET revision = revision + 1");
    }

    Organisation load() throws SQLException {
        long revision = revision();
        Map<String, NavigableMap<LocalDate, UnitFacts>> facts = new HashMap<>();
        List<UnitHistory> units =
                sql.list("SELECT id, code, external_key, valid_from, valid_to, successor, version FROM unit", row -> {
                    var own = new TreeMap<LocalDate, UnitFacts>();
                    facts.put(row.getString("id"), own);
                    return new UnitHistory(
                            row.getString("id"),
                            row.getString("code"),
                            text(row, "external_key"),
                            day(row, "valid_from"),
                            day(row, "valid_to"),
                            text(row, "successor"),
                            row.getInt("version"),
                            own);
                });
        sql.list("SELECT unit, since, name_sv, name_en, type, parent, manager, cost_centre FROM unit_fact", row -> {
            NavigableMap<LocalDate, UnitFacts> own = facts.get(row.getString("unit"));
            if (own != null) {
                own.put(row.getDate("since").toLocalDate(), facts(row));
            }
            return true;
        });
        return new Organisation(
                revision, units.stream().filter(unit -> !unit.facts().isEmpty()).toList());
    }

    /** What {@code unit} says of the tree. */
    record Stored(Text name, String type, Optional<String> parent, String path) {
        static Stored of(UnitRow row) {
            return new Stored(row.name(), row.type(), row.parent(), row.path());
        }

        /** Whether it says the same of the unit itself, wherever those above it have gone. */
        boolean saysTheSameOf(UnitRow row) {
            return equals(new Stored(row.name(), row.type(), row.parent(), path));
        }
    }

    /** The tree as it was last stored, by id. */
    Map<String, Stored> stored() throws SQLException {
        var stored = new HashMap<String, Stored>();
        sql.list(
                "SELECT id, name_sv, name_en, type, parent, path FROM unit",
                row -> stored.put(
                        row.getString("id"),
                        new Stored(name(row), row.getString("type"), text(row, "parent"), row.getString("path"))));
        return stored;
    }

    /** Nobody has the codes of these units until they are updated: two may exchange theirs, and a new one may take one over. */
    void releaseCodes(Collection<String> units) throws SQLException {
        sql.batch(
                "UPDATE unit SET code = ? WHERE id = ?",
                units.stream().map(id -> new Object[] {NO_CODE + id, id}).toList());
    }

    /** New units, parents first. */
    void insert(Collection<UnitRow> rows) throws SQLException {
        sql.batch(
                "INSERT INTO unit (code, name_sv, name_en, type, parent, path, valid_from, valid_to, external_key,"
                        + " successor, version, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values(rows));
    }

    void update(Collection<UnitRow> rows) throws SQLException {
        sql.batch(
                "UPDATE unit SET code = ?, name_sv = ?, name_en = ?, type = ?, parent = ?, path = ?, valid_from = ?,"
                        + " valid_to = ?, external_key = ?, successor = ?, version = ? WHERE id = ?",
                values(rows));
    }

    /** In place of all that was said about these units. */
    void replaceFacts(Collection<UnitHistory> units) throws SQLException {
        sql.batch(
                "DELETE FROM unit_fact WHERE unit = ?",
                units.stream().map(unit -> new Object[] {unit.id()}).toList());
        var rows = new ArrayList<@Nullable Object[]>();
        for (UnitHistory unit : units) {
            unit.facts()
                    .forEach((since, fact) -> rows.add(new Object[] {
                        unit.id(),
                        Date.valueOf(since),
                        fact.name().sv(),
                        fact.name().en(),
                        fact.type(),
                        fact.parent(),
                        fact.manager(),
                        fact.costCentre()
                    }));
        }
        sql.batch(
                "INSERT INTO unit_fact (unit, since, name_sv, name_en, type, parent, manager, cost_centre)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private static List<@Nullable Object[]> values(Collection<UnitRow> rows) {
        var all = new ArrayList<@Nullable Object[]>();
        rows.stream()
                .sorted(Comparator.comparingInt(row -> row.path().length()))
                .forEach(row -> all.add(new Object[] {
                    row.code(),
                    row.name().sv(),
                    row.name().en(),
                    row.type(),
                    row.parent(),
                    row.path(),
                    row.validFrom().map(Date::valueOf),
                    row.validTo().map(Date::valueOf),
                    row.externalKey(),
                    row.successor(),
                    row.version(),
                    row.id()
                }));
        return all;
    }

    private static UnitFacts facts(ResultSet row) throws SQLException {
        return new UnitFacts(
                name(row), row.getString("type"), text(row, "parent"), text(row, "manager"), text(row, "cost_centre"));
    }

    private static Text name(ResultSet row) throws SQLException {
        return new Text(row.getString("name_sv"), row.getString("name_en"));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getDate(column)).map(Date::toLocalDate);
    }
}
