package org.vaksam.insight.signal.method;

import java.time.LocalDate;
import java.util.List;

/**
 * A series of which there is more than expected in a window.
 *
 * @param from        first day of the window
 * @param to          last day of it
 * @param probability of so many or more, had everything gone on as before
 * @param rate        the share of chance that is accepted when this is called a signal (false discovery rate)
 * @param growth      by how much the series grows in a year, 0.1 for ten per cent; until now and apart from this
 * @param most        how many too many there are in the window in which that is most
 * @param weeks       what happened in blocks of seven days until today, the oldest first
 */
public record Excess(
        Series series,
        LocalDate from,
        LocalDate to,
        int observed,
        Expectation expected,
        double probability,
        double rate,
        double growth,
        double most,
        List<Week> weeks) {
    /** Seven days, the last of which is {@code to}. */
    public record Week(LocalDate to, int observed, double expected) {}

    /** How many too many. */
    public double surplus() {
        return observed - expected.mean();
    }

    /** Days in the window. */
    public int days() {
        return (int) (to.toEpochDay() - from.toEpochDay()) + 1;
    }

    Excess withRate(double adjusted) {
        return new Excess(series, from, to, observed, expected, probability, adjusted, growth, most, weeks);
    }

    Excess withWeeks(List<Week> seen) {
        return new Excess(series, from, to, observed, expected, probability, rate, growth, most, seen);
    }

    Excess withMost(double surplus) {
        return new Excess(series, from, to, observed, expected, probability, rate, growth, surplus, weeks);
    }
}
