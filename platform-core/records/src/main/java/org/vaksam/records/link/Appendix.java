package org.vaksam.records.link;

import java.util.List;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.engine.Organisation;

/** Values that a form has no field for, as lines below the description. */
final class Appendix {
    private static final int LONGEST = 20_000;

    private Appendix() {}

    static String of(String number, List<Value> left, KindDefinition definition, Organisation organisation) {
        if (left.isEmpty()) {
            return "";
        }
        var lines = new StringBuilder(number).append(':');
        left.forEach(value -> lines.append('\n').append(value.line(definition, organisation)));
        return lines.toString();
    }

    /** Whether both fit into a description. */
    static boolean fits(String description, String appendix) {
        return description.length() + appendix.length() + 2 <= LONGEST;
    }

    static String joined(String description, String appendix) {
        if (appendix.isEmpty()) {
            return description;
        }
        return description.isBlank() ? appendix : description + "\n\n" + appendix;
    }
}
