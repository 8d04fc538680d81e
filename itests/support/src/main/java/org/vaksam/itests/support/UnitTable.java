package org.vaksam.itests.support;

import java.util.List;

/** A large organisation as a table to import: every unit has up to six below it, code {@code C<n>}, key {@code k<n>}. */
public final class UnitTable {
    private UnitTable() {}

    /** The table with so many units, as CSV. */
    public static String csv(int units) {
        var table = new StringBuilder("externalKey;code;name;type;parent\n");
        for (int i = 0; i < units; i++) {
            String parent = i == 0 ? "" : "k" + (i - 1) / 6;
            table.append(String.join(";", List.of("k" + i, "C" + i, "Enhet " + i, "unit", parent)))
                    .append('\n');
        }
        return table.toString();
    }
}
