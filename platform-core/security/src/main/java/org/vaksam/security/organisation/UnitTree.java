package org.vaksam.security.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The units on one day, as a tree. */
final class UnitTree {
    private static final String JOIN = "/";
    private static final String ROOT = "";
    private static final Comparator<UnitRow> ORDER =
            Comparator.comparing((UnitRow row) -> row.name().sv()).thenComparing(UnitRow::code);

    private final Map<String, UnitRow> byId;
    private final Map<String, UnitRow> byCode;
    private final Map<String, List<UnitRow>> children = new HashMap<>();

    UnitTree(Organisation organisation, LocalDate day) {
        byId = new LinkedHashMap<>(organisation.units().size() * 2);
        byCode = new HashMap<>(organisation.units().size() * 2);
        organisation.units().forEach(unit -> place(unit, organisation, day));
        for (UnitRow row : byId.values()) {
            byCode.put(row.code(), row);
            children.computeIfAbsent(row.parent().orElse(ROOT), id -> new ArrayList<>())
                    .add(row);
        }
        children.values().forEach(siblings -> siblings.sort(ORDER));
    }

    /** The row of a unit, after those above it; an ended unit whose place has sunk too deep since stands by itself. */
    private UnitRow place(UnitHistory unit, Organisation organisation, LocalDate day) {
        UnitRow known = byId.get(unit.id());
        if (known != null) {
            return known;
        }
        UnitFacts facts = unit.on(unit.nearest(day));
        Optional<UnitHistory> parent = facts.parent().flatMap(organisation::byId);
        String above = parent.map(one -> place(one, organisation, day))
                .map(UnitRow::path)
                .orElse("");
        boolean fits = above.length() < OrganisationRules.DEEPEST * (unit.id().length() + 1);
        UnitRow row = UnitRow.of(unit, facts, (fits ? above : "") + unit.id() + JOIN, unit.isValid(day));
        byId.put(unit.id(), row);
        return row;
    }

    Optional<UnitRow> find(String idOrCode) {
        return Optional.ofNullable(byId.get(idOrCode)).or(() -> Optional.ofNullable(byCode.get(idOrCode)));
    }

    /** Also those that do not exist on the day. */
    Collection<UnitRow> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /** Those that exist on the day and stand directly below; without a unit, those on top. */
    List<UnitRow> children(Optional<String> id) {
        return children.getOrDefault(id.orElse(ROOT), List.of()).stream()
                .filter(UnitRow::valid)
                .toList();
    }

    /** Everything above the unit, from the top. */
    List<UnitRow> above(UnitRow row) {
        String[] ids = row.path().split(JOIN);
        var rows = new ArrayList<UnitRow>();
        for (int i = 0; i < ids.length - 1; i++) {
            find(ids[i]).ifPresent(rows::add);
        }
        return rows;
    }

    /** The unit and everything below it. */
    List<UnitRow> within(String id) {
        return find(id).stream()
                .flatMap(top -> byId.values().stream().filter(row -> row.path().startsWith(top.path())))
                .toList();
    }

    /** Parents before their children, siblings by their Swedish name; also those that do not exist on the day. */
    List<UnitRow> inOrder() {
        var ordered = new ArrayList<UnitRow>(byId.size());
        addBelow(ROOT, ordered);
        return ordered;
    }

    private void addBelow(String parent, List<UnitRow> ordered) {
        for (UnitRow row : children.getOrDefault(parent, List.of())) {
            ordered.add(row);
            addBelow(row.id(), ordered);
        }
    }
}
