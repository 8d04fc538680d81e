package org.vaksam.insight.signal.method;

import java.util.Arrays;

/**
 * How long the records of one kind were open, and how old those are that are open: is there more of what is old than usual? If
 * as many come and they are handled as before, so many of them are open and older than {@code L} at any time: per day, the days
 * beyond {@code L} of all that were closed (Little 1961, A proof for the queuing formula L = λW, Operations Research 9:383-387).
 */
public final class Ages {
    /** Only what was closed in so many days before today says what is usual. */
    public static final int DAYS = 730;

    /** Fewer closed ones are no history. */
    public static final int FEWEST_CLOSED = 20;

    private static final double LONG = 0.9;
    private static final double DISPERSION = 1.5;
    private static final double LEAST_RATIO = 1.5;

    private double[] closed = new double[16];
    private int closedSize;
    private double[] open = new double[16];
    private int openSize;
    private double since;

    /**
     * More that are old than usual.
     *
     * @param days        longer than nine of ten were open
     * @param old         how many are open for longer
     * @param expected    how many usually are
     * @param probability of so many or more
     */
    public record Old(int days, int old, Expectation expected, double probability) {
        /** Whether it is worth saying, apart from chance. */
        public boolean isMany() {
            return old >= Detector.FEWEST && old >= expected.mean() * LEAST_RATIO;
        }
    }

    /**
     * Adds a closed record.
     *
     * @param daysOpen  days from when it was made until it was closed
     * @param daysSince days since then
     */
    public void addClosed(double daysOpen, double daysSince) {
        if (daysSince < 0 || daysSince > DAYS || daysOpen < 0) {
            return;
        }
        if (closedSize == closed.length) {
            closed = Arrays.copyOf(closed, closedSize * 2);
        }
        closed[closedSize++] = daysOpen;
        since = Math.max(since, daysSince);
    }

    /**
     * Adds an open record.
     *
     * @param days how old it is, by the calendar: made on the day so many days ago
     */
    public void addOpen(int days) {
        if (openSize == open.length) {
            open = Arrays.copyOf(open, openSize * 2);
        }
        open[openSize++] = days;
    }

    /** Whether enough were closed to say what is usual. */
    public boolean isKnown() {
        return closedSize >= FEWEST_CLOSED;
    }

    /** How it is now; only when it is known. */
    public Old old() {
        double[] sorted = Arrays.copyOf(closed, closedSize);
        Arrays.sort(sorted);
        int limit = (int) Math.ceil(sorted[(int) Math.ceil(LONG * closedSize) - 1]);
        double beyond =
                Arrays.stream(sorted).map(days -> Math.max(0, days - limit)).sum();
        int old = (int)
                Arrays.stream(open, 0, openSize).filter(days -> days > limit).count();
        double mean = Math.max(beyond, 0.5) / Math.max(1, since);
        var expected = new Expectation(mean, DISPERSION * mean);
        return new Old(limit, old, expected, expected.probability(old));
    }
}
