package org.vaksam.api.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * Which days people in Sweden work: Monday to Friday without
 * <ul>
 *   <li>the public holidays of lag (1989:253) om allmänna helgdagar: New Year's Day, Epiphany, Good Friday, Easter Day, Easter
 *       Monday, 1 May, Ascension Day, Whit Sunday, 6 June, Midsummer Day, All Saints' Day, Christmas Day, Boxing Day;
 *   <li>the three days in fact free that lag (1930:173) om beräkning av lagstadgad tid puts beside Sundays: Midsummer Eve,
 *       Christmas Eve and New Year's Eve;
 *   <li>days that the organisation is closed besides.
 * </ul>
 * Not counted as free are days that are only shorter or bridged in some places: the eves of Epiphany, Good Friday, 1 May and All
 * Saints' Day, and single days between holidays; an organisation that closes on them says so. Any thread.
 */
public final class WorkingDays {
    /** No days but those of the country. */
    public static final WorkingDays SWEDISH = new WorkingDays(Set.of());

    private static final Set<MonthDay> SAME_EVERY_YEAR = Set.of(
            MonthDay.of(Month.JANUARY, 1),
            MonthDay.of(Month.JANUARY, 6),
            MonthDay.of(Month.MAY, 1),
            MonthDay.of(Month.JUNE, 6),
            MonthDay.of(Month.DECEMBER, 24),
            MonthDay.of(Month.DECEMBER, 25),
            MonthDay.of(Month.DECEMBER, 26),
            MonthDay.of(Month.DECEMBER, 31));
    /** Good Friday, Easter Day, Easter Monday, Ascension Day, Whit Sunday. */
    private static final Set<Long> DAYS_AFTER_EASTER = Set.of(-2L, 0L, 1L, 39L, 49L);

    private final Set<LocalDate> closed;

    /**
     * @param closed days on which the organisation is closed besides
     */
    public WorkingDays(Set<LocalDate> closed) {
        this.closed = Set.copyOf(closed);
    }

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !isHoliday(day)
                && !closed.contains(day);
    }

    /** A public holiday, or one of the three eves; most of them fall on any day of the week. */
    public static boolean isHoliday(LocalDate day) {
        return SAME_EVERY_YEAR.contains(MonthDay.from(day))
                || DAYS_AFTER_EASTER.contains(
                        day.toEpochDay() - easter(day.getYear()).toEpochDay())
                || day.equals(midsummer(day.getYear()))
                || day.plusDays(1).equals(midsummer(day.getYear()))
                || day.equals(allSaints(day.getYear()));
    }

    /** The working day so many of them later, the first of which is the first after this day; this very day for 0. */
    public LocalDate after(LocalDate day, long count) {
        return walk(day, count, 1);
    }

    /** The working day so many of them earlier; this very day for 0. */
    public LocalDate before(LocalDate day, long count) {
        return walk(day, count, -1);
    }

    private LocalDate walk(LocalDate day, long count, int step) {
        LocalDate reached = day;
        for (long left = count; left > 0; ) {
            reached = reached.plusDays(step);
            if (isWorkingDay(reached)) {
                left--;
            }
        }
        return reached;
    }

    /** Easter Day of the Gregorian calendar (Meeus, Jones and Butcher's rule). */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int rest = year % 100;
        int moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
        int late = (golden + 11 * moon + 22 * weekday) / 451;
        int days = moon + weekday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }

    private static LocalDate midsummer(int year) {
        return LocalDate.of(year, Month.JUNE, 20).with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
    }

    private static LocalDate allSaints(int year) {
        return LocalDate.of(year, Month.OCTOBER, 31).with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
    }
}
