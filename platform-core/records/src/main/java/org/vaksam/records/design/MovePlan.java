package org.vaksam.records.design;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vaksam.api.data.Sha256;
import org.vaksam.api.text.Text;
import org.vaksam.records.store.MoveTable.Tally;

/**
 * What moving the records of a kind to its newest version would do.
 *
 * @param states  chosen state after, by state before
 * @param lines   records of older versions
 * @param left    fields whose values lose their place in the form
 * @param missing fields that are required now and were not
 */
public record MovePlan(
        String type,
        String kind,
        int version,
        Map<String, String> states,
        List<Line> lines,
        List<Left> left,
        List<Named> missing) {
    /**
     * Records of one version in one state.
     *
     * @param to state after; empty when they have no place in the new version and stay as they are
     */
    public record Line(Tally tally, Text label, String to) {}

    /** A field of an old version that is gone ({@code gone}) or of another type. */
    public record Left(int version, Named field, boolean gone) {}

    public record Named(String id, Text label) {}

    public long records() {
        return lines.stream()
                .filter(line -> !line.to().isEmpty())
                .mapToLong(line -> line.tally().records())
                .sum();
    }

    /** Those that stay as they are. */
    public long staying() {
        return lines.stream().mapToLong(line -> line.tally().records()).sum() - records();
    }

    /** Stands for what this plan says. */
    public String hash() {
        return Sha256.hex(type + "/" + kind + " " + version + " " + new TreeMap<>(states) + " " + lines);
    }
}
