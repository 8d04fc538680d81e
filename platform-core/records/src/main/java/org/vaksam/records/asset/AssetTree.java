package org.vaksam.records.asset;

import java.sql.SQLException;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import org.vaksam.records.value.Problems;

/** The shape of the tree: no circle, and no deeper than anybody can oversee. */
final class AssetTree {
    private static final int DEEPEST = 30;

    private AssetTree() {}

    /** What it is a part of, from the top down. */
    static List<AssetRow> above(AssetTable table, AssetRow row) throws SQLException {
        var above = new LinkedList<AssetRow>();
        Optional<String> parent = row.parent();
        while (parent.isPresent() && above.size() <= DEEPEST) {
            Optional<AssetRow> found = table.byId(parent.get());
            found.ifPresent(above::addFirst);
            parent = found.flatMap(AssetRow::parent);
        }
        return above;
    }

    /** Adds a problem when the asset would be a part of itself or lie too deep; call it after {@link AssetTable#lock}. */
    static void check(AssetTable table, AssetRow row, Problems problems) throws SQLException {
        List<AssetRow> above = above(table, row);
        if (above.stream().anyMatch(one -> one.id().equals(row.id()))) {
            problems.add("parent", "Den skulle bli en del av sig själv.", "It would be a part of itself.");
        } else if (above.size() >= DEEPEST) {
            problems.add(
                    "parent",
                    "Trädet kan ha högst " + DEEPEST + " nivåer.",
                    "The tree can have at most " + DEEPEST + " levels.");
        }
    }
}
