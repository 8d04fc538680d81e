package org.vaksam.records.definition;

import java.time.Instant;
import java.time.LocalDate;
import org.vaksam.api.calendar.Period;
import org.vaksam.api.calendar.SwedishTime;

/**
 * How long something is kept, in days of Europe/Stockholm. Full calendar years begin with the first of January that follows: ten
 * years of what closed in May 2016 end with 2026. Otherwise the last day is the same day so much later, or the last one of its
 * month where there is no such day.
 */
public record RetentionPeriod(Period keep, boolean fullCalendarYears) {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final int LONGEST_MONTH = 31;

    /** The first day on which what ended then need not be kept any longer. */
    public LocalDate due(Instant end) {
        return due(LocalDate.ofInstant(end, SwedishTime.ZONE));
    }

    /** Everything that ended before this time is due on the day, and nothing else. */
    public Instant cutoff(LocalDate day) {
        LocalDate first = fullCalendarYears ? LocalDate.of(day.getYear(), 1, 1).minusYears(keep.years()) : kept(day);
        LocalDate cutoff = first.isBefore(EARLIEST) ? EARLIEST : first;
        return cutoff.atStartOfDay(SwedishTime.ZONE).toInstant();
    }

    private LocalDate due(LocalDate end) {
        return fullCalendarYears
                ? LocalDate.of(end.getYear(), 1, 1).plusYears(keep.years() + 1)
                : end.plusYears(keep.years())
                        .plusMonths(keep.months())
                        .plusWeeks(keep.weeks())
                        .plusDays(keep.days() + 1);
    }

    /** The first day whose end is not due yet: months differ in length, so it is looked for. */
    private LocalDate kept(LocalDate day) {
        LocalDate candidate = day.minusYears(keep.years())
                .minusMonths(keep.months())
                .minusWeeks(keep.weeks())
                .minusDays(keep.days())
                .plusDays(LONGEST_MONTH);
        while (due(candidate).isAfter(day)) {
            candidate = candidate.minusDays(1);
        }
        return candidate.plusDays(1);
    }
}
