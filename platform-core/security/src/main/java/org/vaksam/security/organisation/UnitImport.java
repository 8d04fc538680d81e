package org.vaksam.security.organisation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vaksam.api.data.Ids;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.text.Text;
import org.vaksam.security.organisation.UnitTable.Line;
import org.vaksam.spi.security.Accounts;

/**
 * Makes the organisation on a day what a table says: units are known by their external key or else by their code, so that the same
 * table again changes nothing. Of the whole organisation, units that are missing in it end the day before.
 */
final class UnitImport implements Plan {
    private static final Text REQUIRED = new Text("Måste anges.", "Is required.");

    private final List<Line> lines;
    private final LocalDate on;
    private final boolean whole;
    private final Accounts accounts;
    private final Map<String, Line> lineOf = new HashMap<>();
    private final Map<String, UnitHistory> newByKey = new HashMap<>();
    private final Map<String, UnitHistory> newByCode = new HashMap<>();
    private LineReader reader = new LineReader();

    UnitImport(List<Line> lines, LocalDate on, boolean whole, Accounts accounts) {
        this.lines = lines;
        this.on = on;
        this.whole = whole;
        this.accounts = accounts;
    }

    @Override
    public Organisation applyTo(Organisation now) {
        reader = new LineReader();
        lineOf.clear();
        newByKey.clear();
        newByCode.clear();
        Map<String, UnitHistory> units = new LinkedHashMap<>();
        for (Line line : lines) {
            UnitHistory known = known(line, now);
            if (lineOf.putIfAbsent(known.id(), line) == null) {
                units.put(known.id(), lasting(line, known));
            } else {
                reader.wrong(
                        line,
                        UnitColumns.CODE,
                        new Text(
                                "Enheten står redan på rad "
                                        + lineOf.get(known.id()).number() + ".",
                                "The unit is on line " + lineOf.get(known.id()).number() + " already."));
            }
        }
        Organisation named = now.with(units.values());
        units.replaceAll((id, unit) -> factual(
                Objects.requireNonNull(lineOf.get(id)),
                unit,
                named,
                now.byId(id).isEmpty()));
        return missingEnded(named.with(units.values()));
    }

    @Override
    public String fieldOf(OrganisationRules.Violation violation) {
        Line line = lineOf.get(violation.unit());
        return line == null ? violation.field() : LineReader.field(line, violation.field());
    }

    @Override
    public List<FieldProblem> mistakes() {
        return reader.mistakes();
    }

    /** The unit of this line: one that is there, one of a line above, or a new one. */
    private UnitHistory known(Line line, Organisation now) {
        Optional<String> key = line.text(UnitColumns.EXTERNAL_KEY);
        Optional<String> code = line.text(UnitColumns.CODE);
        return key.flatMap(now::byKey)
                .or(() -> code.flatMap(now::byCode)
                        .filter(unit -> key.isEmpty() || unit.externalKey().isEmpty()))
                .or(() -> key.map(newByKey::get))
                .or(() -> code.map(newByCode::get))
                .orElseGet(() -> {
                    UnitHistory unit = blank(line);
                    key.ifPresent(text -> newByKey.put(text, unit));
                    code.ifPresent(text -> newByCode.put(text, unit));
                    return unit;
                });
    }

    private UnitHistory blank(Line line) {
        for (UnitColumns column : List.of(UnitColumns.CODE, UnitColumns.NAME, UnitColumns.TYPE)) {
            if (line.text(column).isEmpty()) {
                reader.wrong(line, column, REQUIRED);
            }
        }
        var facts = new UnitFacts(Text.same(""), "", Optional.empty(), Optional.empty(), Optional.empty());
        return new UnitHistory(
                Ids.next(),
                line.text(UnitColumns.CODE).orElse(""),
                Optional.empty(),
                Optional.of(on),
                Optional.empty(),
                Optional.empty(),
                1,
                UnitHistory.always(facts));
    }

    /** What is true of it for all time. */
    private UnitHistory lasting(Line line, UnitHistory unit) {
        Optional<String> code = reader.word(line, UnitColumns.CODE, UnitInput.CODE, UnitInput.CODE_RULE);
        Optional<String> key = reader.text(line, UnitColumns.EXTERNAL_KEY, UnitInput.LONGEST);
        Optional<LocalDate> from = reader.date(line, UnitColumns.VALID_FROM);
        Optional<LocalDate> to = reader.date(line, UnitColumns.VALID_TO);
        if (!line.has(UnitColumns.VALID_TO) && unit.last().isBefore(on)) {
            reader.wrong(
                    line,
                    UnitColumns.VALID_TO,
                    new Text(
                            "Enheten finns inte efter " + unit.last() + ". Ange validTo, eller en ny kod.",
                            "The unit does not exist after " + unit.last() + ". Give validTo, or a new code."));
        }
        return new UnitHistory(
                unit.id(),
                code.orElse(unit.code()),
                key.or(unit::externalKey),
                from.or(unit::validFrom),
                line.has(UnitColumns.VALID_TO) ? to : unit.validTo(),
                unit.successor(),
                unit.version(),
                unit.facts());
    }

    /** What is true of it from the day on; of a new one, always. */
    private UnitHistory factual(Line line, UnitHistory unit, Organisation named, boolean isNew) {
        Optional<String> name = reader.text(line, UnitColumns.NAME, UnitInput.LONGEST);
        Optional<String> english = reader.text(line, UnitColumns.NAME_EN, UnitInput.LONGEST);
        Optional<String> type = reader.word(line, UnitColumns.TYPE, UnitInput.TYPE, UnitInput.TYPE_RULE);
        Optional<String> parent = unit(line, UnitColumns.PARENT, named);
        Optional<String> manager = account(line);
        Optional<String> costCentre = reader.text(line, UnitColumns.COST_CENTRE, UnitInput.LONGEST_CODE);
        Optional<String> successor = unit(line, UnitColumns.SUCCESSOR, named);
        UnitHistory changed = unit.changed(
                isNew ? UnitHistory.START : on,
                before -> new UnitFacts(
                        new Text(
                                name.orElse(before.name().sv()),
                                english.or(() -> line.has(UnitColumns.NAME_EN) ? name : Optional.empty())
                                        .orElse(
                                                isNew
                                                        ? name.orElse("")
                                                        : before.name().en())),
                        type.orElse(before.type()),
                        line.has(UnitColumns.PARENT) ? parent : before.parent(),
                        line.has(UnitColumns.MANAGER) ? manager : before.manager(),
                        line.has(UnitColumns.COST_CENTRE) ? costCentre : before.costCentre()));
        return changed.ended(changed.validTo(), line.has(UnitColumns.SUCCESSOR) ? successor : changed.successor());
    }

    private Optional<String> unit(Line line, UnitColumns column, Organisation named) {
        Optional<String> wanted = line.text(column);
        Optional<String> found = wanted.flatMap(key -> named.byKey(key).or(() -> named.byCode(key)))
                .map(UnitHistory::id);
        if (wanted.isPresent() && found.isEmpty()) {
            reader.wrong(line, column, UnitInput.NO_UNIT);
        }
        return found;
    }

    private Optional<String> account(Line line) {
        Optional<String> wanted = line.text(UnitColumns.MANAGER);
        Optional<String> found = wanted.flatMap(accounts::find).map(Accounts.Account::id);
        if (wanted.isPresent() && found.isEmpty()) {
            reader.wrong(line, UnitColumns.MANAGER, UnitInput.NO_ACCOUNT);
        }
        return found;
    }

    private Organisation missingEnded(Organisation imported) {
        return whole
                ? imported.with(imported.units().stream()
                        .filter(unit -> unit.isValid(on) && !lineOf.containsKey(unit.id()))
                        .map(unit -> unit.ended(Optional.of(on.minusDays(1)), unit.successor()))
                        .toList())
                : imported;
    }
}
