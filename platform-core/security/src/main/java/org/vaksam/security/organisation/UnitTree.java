package org.vaksam.security.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** The units at one moment, as a tree. */
final class UnitTree {
    private static final int DEEPEST = 20;
    private static final String JOIN = "/";

    private final Map<String, UnitRow> byId = new LinkedHashMap<>();
    private final Map<String, UnitRow> byCode = new LinkedHashMap<>();

    UnitTree(Collection<UnitRow> rows) {
        for (UnitRow row : rows) {
            byId.put(row.id(), row);
            byCode.put(row.code(), row);
        }
    }

    Optional<UnitRow> find(String idOrCode) {
        return Optional.ofNullable(byId.get(idOrCode)).or(() -> Optional.ofNullable(byCode.get(idOrCode)));
    }

    Collection<UnitRow> all() {
        return byId.values();
    }

    /** Parents before their children, siblings by their Swedish name. */
    List<UnitRow> inOrder() {
        Map<String, List<UnitRow>> children = new LinkedHashMap<>();
        byId.values().stream()
                .sorted(Comparator.comparing((UnitRow row) -> row.name().sv()).thenComparing(UnitRow::code))
                .forEach(row -> children.computeIfAbsent(row.parent().orElse(""), id -> new ArrayList<>())
                        .add(row));
        var ordered = new ArrayList<UnitRow>(byId.size());
        addBelow("", children, ordered);
        return ordered;
    }

    /** Path of a unit with this id below this parent. */
    String pathBelow(Optional<UnitRow> parent, String id) {
        return checked(parent.map(UnitRow::path).orElse("") + id + JOIN);
    }

    /** The unit and everything below it, as they are after it moved below this parent; refuses a move below itself. */
    List<UnitRow> moved(UnitRow unit, Optional<UnitRow> parent) {
        if (parent.isPresent() && parent.get().path().startsWith(unit.path())) {
            throw refused(new Text("En enhet kan inte ligga under sig själv.", "A unit cannot be below itself."));
        }
        String newPath = pathBelow(parent, unit.id());
        var changed = new ArrayList<UnitRow>();
        for (UnitRow row : byId.values()) {
            if (row.path().startsWith(unit.path())) {
                String path = checked(newPath + row.path().substring(unit.path().length()));
                boolean isItself = row.id().equals(unit.id());
                changed.add(row.at(isItself ? parent.map(UnitRow::id) : row.parent(), path));
            }
        }
        return changed;
    }

    private static void addBelow(String parent, Map<String, List<UnitRow>> children, List<UnitRow> ordered) {
        for (UnitRow row : children.getOrDefault(parent, List.of())) {
            ordered.add(row);
            addBelow(row.id(), children, ordered);
        }
    }

    private static String checked(String path) {
        long depth = path.chars().filter(character -> character == '/').count();
        if (depth > DEEPEST) {
            throw refused(new Text(
                    "Organisationen kan ha högst " + DEEPEST + " nivåer.",
                    "The organisation can have at most " + DEEPEST + " levels."));
        }
        return path;
    }

    private static Problem refused(Text detail) {
        return Problem.invalid(List.of(new FieldProblem("parent", detail)));
    }
}
