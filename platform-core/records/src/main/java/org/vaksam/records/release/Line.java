package org.vaksam.records.release;

import java.util.List;
import org.vaksam.api.text.Text;

/**
 * A line of a copy.
 *
 * @param field the name of a field of the record
 * @param parts its value, taken apart where something is masked
 */
public record Line(String field, Text label, List<Part> parts) {
    /**
     * A part of a value.
     *
     * @param text   what is shown; empty when it is masked
     * @param ground the provision when it is masked; otherwise empty
     */
    public record Part(String text, String ground) {
        static Part shown(String text) {
            return new Part(text, "");
        }

        static Part masked(String ground) {
            return new Part("", ground);
        }

        boolean isMasked() {
            return !ground.isEmpty();
        }
    }

    static Line of(String field, Text label, String value) {
        return new Line(field, label, List.of(Part.shown(value)));
    }

    boolean isMasked() {
        return parts.stream().allMatch(Part::isMasked);
    }
}
