package org.vaksam.records.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaksam.api.calendar.Period;
import org.vaksam.api.calendar.SwedishTime;

/** How long is long enough: never a day too short. */
class RetentionPeriodTest {
    @ParameterizedTest
    @CsvSource({
        "P10Y, true,  2016-05-03T10:00:00Z, 2027-01-01",
        "P10Y, true,  2016-12-31T22:59:59Z, 2027-01-01",
        "P10Y, true,  2016-12-31T23:00:00Z, 2028-01-01", // it is the new year in Stockholm
        "P0Y,  true,  2016-05-03T10:00:00Z, 2017-01-01",
        "P1Y,  false, 2024-02-29T12:00:00Z, 2025-03-01",
        "P1Y,  false, 2023-02-28T12:00:00Z, 2024-02-29",
        "P4Y,  false, 2024-02-29T12:00:00Z, 2028-03-01",
        "P1M,  false, 2026-01-31T12:00:00Z, 2026-03-01",
        "P2W,  false, 2026-03-20T23:30:00Z, 2026-04-05", // summer time begins in between
        "P0D,  false, 2026-03-20T12:00:00Z, 2026-03-21"
    })
    void theFirstDayOnWhichItMayGo(String keep, boolean full, Instant end, LocalDate due) {
        assertThat(period(keep, full).due(end)).isEqualTo(due);
    }

    @Test
    void theCutoffDividesWhatIsDueFromWhatIsNot() {
        var random = new Random(20_261_123);
        List<RetentionPeriod> periods = List.of(
                period("P10Y", true),
                period("P1Y", true),
                period("P0Y", true),
                period("P1Y", false),
                period("P1M", false),
                period("P1Y1M1D", false),
                period("P30D", false),
                period("P3W", false),
                period("P0D", false));
        for (int i = 0; i < 20_000; i++) {
            RetentionPeriod period = periods.get(i % periods.size());
            Instant end = Instant.ofEpochSecond(random.nextInt(1_200_000_000) + 900_000_000L);
            LocalDate due = period.due(end);
            for (long shift = -2; shift <= 2; shift++) {
                LocalDate day = due.plusDays(shift);
                assertThat(end.isBefore(period.cutoff(day)))
                        .as("%s ends %s on %s", period, end, day)
                        .isEqualTo(!day.isBefore(due));
            }
        }
    }

    @Test
    void laterIsNeverDueEarlier() {
        LocalDate day = LocalDate.of(2023, 12, 1);
        for (RetentionPeriod period : List.of(period("P1Y1M", false), period("P10Y", true), period("P1M", false))) {
            for (int i = 0; i < 500; i++) {
                Instant end =
                        day.plusDays(i).atTime(12, 0).atZone(SwedishTime.ZONE).toInstant();
                Instant next = day.plusDays(i + 1)
                        .atTime(0, 0)
                        .atZone(SwedishTime.ZONE)
                        .toInstant();
                assertThat(period.due(next)).isAfterOrEqualTo(period.due(end));
            }
        }
    }

    @Test
    void aPeriodBeforeAllTimeIsNoError() {
        assertThat(period("P9999Y", true).cutoff(LocalDate.of(2026, 1, 1)))
                .isBefore(Instant.parse("1900-01-02T00:00:00Z"));
        assertThat(period("P9999Y", false).cutoff(LocalDate.of(2026, 1, 1)))
                .isBefore(Instant.parse("1900-01-02T00:00:00Z"));
    }

    private static RetentionPeriod period(String keep, boolean full) {
        return new RetentionPeriod(Period.of(keep).orElseThrow(), full);
    }
}
