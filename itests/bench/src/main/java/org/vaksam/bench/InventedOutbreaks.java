package org.vaksam.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.vaksam.insight.signal.method.Cases;
import org.vaksam.insight.signal.method.Detector;
import org.vaksam.insight.signal.method.Family;
import org.vaksam.insight.signal.method.Series;

/**
 * Towns of 8 kinds and 25 places whose records come by chance, more at weekends and in summer and more by the year; in some of
 * them something happens so many times more often in one kind and place for two weeks. Always the same ones.
 */
final class InventedOutbreaks {
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final LocalDate BEGIN = LocalDate.of(2025, 9, 10);
    private static final int KINDS = 8;
    private static final int PLACES = 25;
    private static final int TOWNS = 40;
    private static final int QUIET_TOWNS = 200;
    private static final int DAYS = 14;
    private static final double[] EXTRA_A_WEEK = {3, 5, 8, 12};

    void run() {
        quiet();
        for (double extra : EXTRA_A_WEEK) {
            outbreaks(extra);
        }
    }

    private static void quiet() {
        int alarms = 0;
        for (int town = 0; town < QUIET_TOWNS; town++) {
            alarms += look(usual(town), BEGIN.plusDays(town % TOWNS)).isEmpty() ? 0 : 1;
        }
        Output.line(
                "towns with nothing but chance that had a signal", alarms + " of " + QUIET_TOWNS + " (accepted: 5 %)");
    }

    private static void outbreaks(double extra) {
        int found = 0;
        int days = 0;
        for (int town = 0; town < TOWNS; town++) {
            var random = new Random(1_000 + town);
            List<int[]> rows = usual(town);
            for (int day = 0; day < DAYS; day++) {
                for (int i = poisson(random, extra / 7); i > 0; i--) {
                    rows.add(new int[] {3, 5, (int) BEGIN.plusDays(day).toEpochDay()});
                }
                if (look(rows, BEGIN.plusDays(day)).contains(new Series(Family.KIND_AND_PLACE, 3, 5))) {
                    found++;
                    days += day + 1;
                    break;
                }
            }
        }
        Output.line(
                String.format(Locale.ROOT, "outbreaks of %.0f more a week, where 0.3 are usual", extra),
                String.format(
                        Locale.ROOT,
                        "%d of %d found, on day %.1f on average",
                        found,
                        TOWNS,
                        (double) days / Math.max(1, found)));
    }

    private static List<Series> look(List<int[]> rows, LocalDate day) {
        var cases = new Cases();
        for (int[] row : rows) {
            cases.add(1, row[0], row[1], 0, 0, (int) day.toEpochDay() - row[2]);
        }
        return Detector.detect(cases, day).excesses().stream()
                .map(excess -> excess.series())
                .toList();
    }

    private static List<int[]> usual(int town) {
        var random = new Random(town);
        var rows = new ArrayList<int[]>();
        for (LocalDate day = FIRST; day.isBefore(BEGIN.plusDays(TOWNS)); day = day.plusDays(1)) {
            double years = (day.toEpochDay() - FIRST.toEpochDay()) / 365.25;
            double factor = (day.getDayOfWeek().getValue() >= 6 ? 1.5 : 1)
                    * Math.exp(0.1 * years - 0.3 * Math.cos(2 * Math.PI * years));
            for (int kind = 1; kind <= KINDS; kind++) {
                for (int place = 1; place <= PLACES; place++) {
                    for (int i = poisson(random, 0.01 * kind * factor); i > 0; i--) {
                        rows.add(new int[] {kind, place, (int) day.toEpochDay()});
                    }
                }
            }
        }
        return rows;
    }

    private static int poisson(Random random, double mean) {
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
