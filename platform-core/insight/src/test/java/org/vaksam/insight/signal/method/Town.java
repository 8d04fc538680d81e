package org.vaksam.insight.signal.method;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented records by day: what happens in a town of one type of records, with a seed of its own. */
final class Town {
    private final Random random;
    private final List<int[]> rows = new ArrayList<>();

    Town(long seed) {
        random = new Random(seed);
    }

    /** So many a day on average, from this day to that, more at weekends, a wave of the year and a growth by the year. */
    Town happens(int kind, int place, double daily, LocalDate from, LocalDate to, double weekend, double growth) {
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            double years = (day.toEpochDay() - from.toEpochDay()) / 365.25;
            double mean = daily
                    * (day.getDayOfWeek().getValue() >= 6 ? weekend : 1)
                    * Math.exp(0.3 * Math.sin(2 * Math.PI * years) + growth * years);
            add(kind, place, day, poisson(mean));
        }
        return this;
    }

    Town add(int kind, int place, LocalDate day, int count) {
        for (int i = 0; i < count; i++) {
            rows.add(new int[] {kind, place, (int) day.toEpochDay()});
        }
        return this;
    }

    Findings look(LocalDate today) {
        var cases = new Cases();
        rows.forEach(row -> cases.add(1, row[0], row[1], 0, 0, (int) today.toEpochDay() - row[2]));
        return Detector.detect(cases, today);
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
