package org.vaksam.insight.signal.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is called more than expected, on invented records with a fixed seed. */
final class DetectorTest {
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2025, 10, 12);
    private static final int KINDS = 6;
    private static final int PLACES = 15;

    @Test
    void nothingFromNothing() {
        assertThat(new Town(1).look(TODAY)).isEqualTo(new Findings(List.of(), 0, 0));
        Findings one = new Town(1).add(1, 1, TODAY, 1).look(TODAY);
        assertThat(one.excesses()).isEmpty();
        assertThat(one.tested()).isZero();
        assertThat(one.tooShort()).isEqualTo(4);
    }

    @Test
    void aBurstIsFoundInItsPlaceAndToldOnce() {
        Town town = usual(2).add(3, 7, TODAY.minusDays(1), 4).add(3, 7, TODAY, 4);
        List<Excess> found = town.look(TODAY).excesses();
        assertThat(found).hasSize(1);
        Excess burst = found.get(0);
        assertThat(burst.series()).isEqualTo(new Series(Family.KIND_AND_PLACE, 3, 7));
        assertThat(burst.observed()).isGreaterThanOrEqualTo(8);
        assertThat(burst.expected().mean()).isBetween(0.2, 1.0);
        assertThat(burst.observed()).isGreaterThan(burst.expected().upper());
        assertThat(burst.probability()).isLessThan(1e-4);
        assertThat(burst.rate()).isLessThanOrEqualTo(Detector.RATE);
        assertThat(burst.weeks()).hasSize(26);
        assertThat(burst.weeks().get(25).to()).isEqualTo(TODAY);
    }

    @Test
    void ofManyQuietTownsFewGiveFalseAlarms() {
        int alarms = 0;
        for (int seed = 0; seed < 40; seed++) {
            alarms += usual(seed).look(TODAY).excesses().isEmpty() ? 0 : 1;
        }
        // with chance alone, a town alarms at most as often as the accepted rate says: 2 of 40
        assertThat(alarms).isLessThanOrEqualTo(4);
    }

    @Test
    void anOutbreakIsFoundWithinDays() {
        int found = 0;
        int days = 0;
        for (int seed = 100; seed < 120; seed++) {
            Town town = usual(seed);
            LocalDate begin = TODAY.minusDays(20);
            for (int day = 0; day < 14; day++) {
                town.add(2, 4, begin.plusDays(day), day % 2 == 0 ? 1 : 2);
                if (town.look(begin.plusDays(day)).excesses().stream()
                        .anyMatch(excess -> excess.series().equals(new Series(Family.KIND_AND_PLACE, 2, 4)))) {
                    found++;
                    days += day + 1;
                    break;
                }
            }
        }
        assertThat(found).isGreaterThanOrEqualTo(18);
        assertThat((double) days / found).isLessThan(7);
    }

    @Test
    void weekendsHolidaysSeasonAndGrowthAreExpected() {
        var town = new Town(5);
        town.happens(1, 1, 2.0, FIRST, TODAY, 3.0, 0.4);
        int alarms = 0;
        for (LocalDate day = LocalDate.of(2025, 1, 5); day.isBefore(TODAY); day = day.plusDays(13)) {
            alarms += town.look(day).excesses().isEmpty() ? 0 : 1;
        }
        assertThat(alarms).as("of 22 days").isLessThanOrEqualTo(3);
        for (int year = 2023; year < 2026; year++) {
            town.add(1, 1, LocalDate.of(year, 6, 6), 9)
                    .add(1, 1, LocalDate.of(year, 5, 1), 9)
                    .add(1, 1, LocalDate.of(year, 1, 1), 9)
                    .add(1, 1, LocalDate.of(year, 1, 6), 9)
                    .add(1, 1, LocalDate.of(year, 12, 24), 9)
                    .add(1, 1, LocalDate.of(year, 12, 25), 9)
                    .add(1, 1, LocalDate.of(year, 12, 26), 9)
                    .add(1, 1, LocalDate.of(year, 12, 31), 9);
        }
        assertThat(town.look(LocalDate.of(2025, 6, 6)).excesses()).isEmpty();
        assertThat(town.look(LocalDate.of(2025, 6, 11)).excesses()).isEmpty();
    }

    @Test
    void theTrendIsTold() {
        var town = new Town(6).happens(1, 1, 3.0, FIRST, TODAY, 1, 0.4).add(1, 1, TODAY, 30);
        assertThat(town.look(TODAY).excesses()).isNotEmpty().allSatisfy(excess -> assertThat(excess.growth())
                .isBetween(0.3, 0.7));
    }

    @Test
    void anOutbreakOfThePastDoesNotHideTheNext() {
        var town = usual(8);
        for (int day = 0; day < 30; day++) {
            town.add(3, 7, TODAY.minusDays(250L - day), 2);
        }
        town.add(3, 7, TODAY.minusDays(1), 4).add(3, 7, TODAY, 4);
        assertThat(town.look(TODAY).excesses())
                .anySatisfy(excess -> assertThat(excess.series().where()).isEqualTo(7));
    }

    @Test
    void whatIsNewHasNoHistoryYet() {
        LocalDate begin = TODAY.minusDays(100);
        var town = usual(9).happens(9, 3, 1.0, begin, TODAY, 1, 0).add(9, 3, TODAY, 10);
        assertThat(town.look(TODAY).excesses())
                .noneMatch(excess ->
                        excess.series().family().hasKind() && excess.series().group() == 9);
    }

    @Test
    void lookingOnEveryDayOfALeapYearAndBeyondTheEndOfHistory() {
        var town = new Town(10).happens(1, 1, 0.2, LocalDate.of(2020, 1, 1), LocalDate.of(2024, 12, 31), 1, 0);
        for (LocalDate day = LocalDate.of(2024, 2, 25); day.isBefore(LocalDate.of(2024, 3, 4)); day = day.plusDays(1)) {
            assertThat(town.look(day).tested()).isEqualTo(4);
        }
        assertThat(town.look(LocalDate.of(2030, 1, 1))).isEqualTo(new Findings(List.of(), 0, 0));
        assertThat(town.look(LocalDate.of(2019, 1, 1))).isEqualTo(new Findings(List.of(), 0, 0));
    }

    private static Town usual(long seed) {
        var town = new Town(seed);
        for (int kind = 1; kind <= KINDS; kind++) {
            for (int place = 1; place <= PLACES; place++) {
                town.happens(kind, place, 0.01 * kind * (1 + place % 3), FIRST, TODAY, 1.5, 0.1);
            }
        }
        return town;
    }
}
