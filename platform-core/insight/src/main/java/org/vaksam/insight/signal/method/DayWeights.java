package org.vaksam.insight.signal.method;

import java.time.LocalDate;
import org.vaksam.api.calendar.WorkingDays;

/**
 * How much more or less happens on a day of its sort than on the average day: seven weekdays, and public holidays as the eighth
 * whatever weekday they fall on. Shrunk towards 1, so that few counts say little.
 */
public final class DayWeights {
    private static final int SORTS = 8;
    private static final double PRIOR = 20;

    private final long first;
    private final double[] upTo;

    private DayWeights(long first, double[] upTo) {
        this.first = first;
        this.upTo = upTo;
    }

    /**
     * From what happened. Only for the days that are given can be asked afterwards.
     *
     * @param counts by day, the first of which is {@code first}
     * @param length so many of them, the last ones, are history at all
     * @param guard  so many of them, the last ones, do not say what is usual
     */
    public static DayWeights of(LocalDate first, int[] counts, int length, int guard) {
        var sorts = new int[counts.length];
        var happened = new double[SORTS];
        var days = new double[SORTS];
        double all = 0;
        for (int i = 0; i < counts.length; i++) {
            sorts[i] = sort(first.plusDays(i));
            if (i >= counts.length - length && i < counts.length - guard) {
                happened[sorts[i]] += counts[i];
                days[sorts[i]]++;
                all += counts[i];
            }
        }
        double rate = length <= guard ? 0 : all / (length - guard);
        var upTo = new double[counts.length + 1];
        for (int i = 0; i < counts.length; i++) {
            int sort = sorts[i];
            upTo[i + 1] = upTo[i] + (happened[sort] + PRIOR) / (days[sort] * rate + PRIOR);
        }
        return new DayWeights(first.toEpochDay(), upTo);
    }

    /** The weight of these days together; about their number. */
    double of(LocalDate from, LocalDate to) {
        return upTo[(int) (to.toEpochDay() + 1 - first)] - upTo[(int) (from.toEpochDay() - first)];
    }

    private static int sort(LocalDate day) {
        return WorkingDays.isHoliday(day) ? SORTS - 1 : day.getDayOfWeek().ordinal();
    }
}
