package org.vaksam.insight.signal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.insight.signal.method.Excess;

/**
 * Something that is not as it usually is, as one caller may see it.
 *
 * @param key         the same as long as it is about the same, whoever sees it
 * @param title       what it is about, in a few words
 * @param sentence    all of it in words
 * @param type        of the records
 * @param filters     list exactly the records that it counts
 * @param from        first day; empty when it is about no period
 * @param to          last day
 * @param expected    how many there usually are
 * @param surplus     how many too many: what it is measured by whether it grows
 * @param lower       95 of 100 usual counts are from here …
 * @param upper       … to here; both empty where chance is judged without them
 * @param probability of so many or more, had everything gone on as before
 * @param rate        accepted share of chance among all that is called a signal together with this (false discovery rate)
 * @param growth      by how much the series grew in a year before, 0.1 for ten per cent
 * @param weeks       what happened and what was expected week by week until today
 */
public record Signal(
        String key,
        Kind kind,
        Text title,
        Text sentence,
        String type,
        Map<String, List<String>> filters,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        int observed,
        double expected,
        double surplus,
        Optional<Integer> lower,
        Optional<Integer> upper,
        double probability,
        double rate,
        Optional<Double> growth,
        List<Excess.Week> weeks) {
    /** What sort of a signal. */
    public enum Kind {
        /** More than expected. */
        MORE,
        /** Again at the same place, unit or asset, where it seldom happens. */
        REPEATED,
        /** A part of the map with more than the rest of it and the weeks before let expect. */
        HOTSPOT,
        /** More records than usual are open for long. */
        AGEING,
        /** Deadlines have passed. */
        OVERDUE;

        /** As it stands in JSON. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of this id. */
        public static Optional<Kind> of(String id) {
            return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
        }
    }
}
