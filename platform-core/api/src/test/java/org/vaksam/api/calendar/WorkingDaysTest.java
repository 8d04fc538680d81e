package org.vaksam.api.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Known calendars, and what holds for any day. */
class WorkingDaysTest {
    private static final WorkingDays DAYS = WorkingDays.SWEDISH;
    private static final LocalDate START = LocalDate.of(1990, 1, 1);
    private static final int SPAN = 60_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1961-04-02", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2016-03-27", "2024-03-31",
                "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22"
            })
    void easterIsWhereItIs(LocalDate easter) {
        assertThat(WorkingDays.easter(easter.getYear())).isEqualTo(easter);
    }

    @Test
    void theFreeWeekdaysOfAYearAreThose() {
        assertThat(freeWeekdays(2026))
                .containsExactly(
                        "2026-01-01",
                        "2026-01-06",
                        "2026-04-03",
                        "2026-04-06",
                        "2026-05-01",
                        "2026-05-14",
                        "2026-06-19",
                        "2026-12-24",
                        "2026-12-25",
                        "2026-12-31");
        assertThat(freeWeekdays(2024))
                .containsExactly(
                        "2024-01-01",
                        "2024-03-29",
                        "2024-04-01",
                        "2024-05-01",
                        "2024-05-09",
                        "2024-06-06",
                        "2024-06-21",
                        "2024-12-24",
                        "2024-12-25",
                        "2024-12-26",
                        "2024-12-31");
    }

    @Test
    void daysThatAreOnlyShorterAreWorked() {
        assertThat(Stream.of("2026-01-05", "2026-04-02", "2026-04-30", "2026-10-30", "2026-06-05", "2026-12-28"))
                .allMatch(day -> DAYS.isWorkingDay(LocalDate.parse(day)));
    }

    @Test
    void theOrganisationClosesBesides() {
        LocalDate bridge = LocalDate.parse("2026-05-15");
        var closed = new WorkingDays(Set.of(bridge));
        assertThat(DAYS.isWorkingDay(bridge)).isTrue();
        assertThat(closed.isWorkingDay(bridge)).isFalse();
        assertThat(closed.after(LocalDate.parse("2026-05-13"), 1)).isEqualTo(LocalDate.parse("2026-05-18"));
    }

    @Test
    void whateverTheDayWalkingEndsOnAWorkingDayWithSoManyBetween() {
        var random = new Random(1989253);
        for (int i = 0; i < 2_000; i++) {
            LocalDate day = START.plusDays(random.nextInt(SPAN));
            int count = 1 + random.nextInt(60);
            LocalDate later = DAYS.after(day, count);
            LocalDate earlier = DAYS.before(day, count);
            assertThat(DAYS.isWorkingDay(later)).isTrue();
            assertThat(day.plusDays(1).datesUntil(later.plusDays(1)).filter(DAYS::isWorkingDay))
                    .hasSize(count);
            assertThat(earlier.datesUntil(day).filter(DAYS::isWorkingDay)).hasSize(count);
            assertThat(DAYS.after(DAYS.after(day, count), 3)).isEqualTo(DAYS.after(day, count + 3));
            if (DAYS.isWorkingDay(day)) {
                assertThat(DAYS.before(later, count)).isEqualTo(day);
            }
        }
    }

    @Test
    void everyYearHasItsHolidaysWhereTheLawPutsThem() {
        for (int year = 1990; year < 2300; year++) {
            LocalDate easter = WorkingDays.easter(year);
            assertThat(easter.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
            assertThat(easter).isBetween(LocalDate.of(year, 3, 22), LocalDate.of(year, 4, 25));
            long midsummers = LocalDate.of(year, 6, 20)
                    .datesUntil(LocalDate.of(year, 6, 27))
                    .filter(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY && WorkingDays.isHoliday(day))
                    .count();
            assertThat(midsummers).isOne();
            long holidays = LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(WorkingDays::isHoliday)
                    .count();
            assertThat(holidays).isBetween(14L, 16L);
        }
    }

    private static Stream<String> freeWeekdays(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue())
                .filter(day -> !DAYS.isWorkingDay(day))
                .map(LocalDate::toString);
    }
}
