package org.vaksam.api.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Local times in, local times out: the zone has daylight saving. */
class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        // working days alone end with the last of them
        "2026-11-23T14:00, P3WD, 2026-11-26T23:59:59",
        "2026-11-27T16:30, P1WD, 2026-11-30T23:59:59",
        "2026-11-28T10:00, P1WD, 2026-11-30T23:59:59",
        // Christmas, New Year and Epiphany
        "2026-12-23T09:00, P1WD, 2026-12-28T23:59:59",
        "2026-12-30T09:00, P1WD, 2027-01-04T23:59:59",
        "2027-01-05T09:00, P1WD, 2027-01-07T23:59:59",
        // Easter and Midsummer
        "2026-04-02T12:00, P1WD, 2026-04-07T23:59:59",
        "2026-06-18T12:00, P1WD, 2026-06-22T23:59:59",
        // leap day
        "2028-02-28T12:00, P1D, 2028-02-29T12:00",
        "2028-02-29T12:00, P1Y, 2029-02-28T12:00",
        "2028-02-28T12:00, P1WD, 2028-02-29T23:59:59",
        // clocks go forward on 2026-03-29 and back on 2026-10-25: days keep the time of day, hours pass
        "2026-03-28T08:00, P1D, 2026-03-29T08:00",
        "2026-03-28T08:00, PT24H, 2026-03-29T09:00",
        "2026-10-24T08:00, PT24H, 2026-10-25T07:00",
        "2026-03-27T08:00, P1WD, 2026-03-30T23:59:59",
        "2026-10-23T08:00, P1WDT4H, 2026-10-26T12:00",
        // calendar days are not moved off a free day
        "2026-11-23T14:00, P5D, 2026-11-28T14:00",
        "2026-11-23T14:00, P1W, 2026-11-30T14:00",
        "2026-11-23T14:00, PT72H, 2026-11-26T14:00"
    })
    void after(LocalDateTime from, String period, LocalDateTime to) {
        assertThat(local(of(period).after(at(from), SwedishTime.ZONE, WorkingDays.SWEDISH)))
                .isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T23:59:59, P1WD, 2026-11-25T23:59:59",
        "2027-01-04T12:00, P1WD, 2026-12-30T12:00",
        "2026-04-07T12:00, P1WD, 2026-04-02T12:00",
        "2026-03-29T08:00, P1D, 2026-03-28T08:00",
        "2026-03-29T09:00, PT24H, 2026-03-28T08:00",
        "2026-11-24T12:00, P0D, 2026-11-24T12:00"
    })
    void before(LocalDateTime from, String period, LocalDateTime to) {
        assertThat(local(of(period).before(at(from), SwedishTime.ZONE, WorkingDays.SWEDISH)))
                .isEqualTo(to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1Y2M3W4D5WDT6H7M", "P3WD", "PT72H", "P1W", "P0D", "P30D", "PT15M"})
    void theTextIsReadAgain(String text) {
        assertThat(of(text).text()).isEqualTo(text);
        assertThat(of(of(text).text())).isEqualTo(of(text));
    }

    @Test
    void laterIsNeverEarlier() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        for (int hour = 0; hour < 24 * 400; hour += 5) {
            Instant from = start.plusSeconds(hour * 3600L);
            Instant one = of("P1WD").after(from, SwedishTime.ZONE, WorkingDays.SWEDISH);
            assertThat(one).isAfter(from);
            assertThat(of("P2WD").after(from, SwedishTime.ZONE, WorkingDays.SWEDISH))
                    .isAfter(one);
        }
    }

    private static Period of(String text) {
        return Period.of(text).orElseThrow();
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(SwedishTime.ZONE).toInstant();
    }

    private static LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, SwedishTime.ZONE);
    }
}
