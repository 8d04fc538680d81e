package org.vaksam.casework.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of RFC 5545 in days. */
class RecurrenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=MONTHLY                        | 2026-01-31 | 2026-01-31 | 2026-03-31",
                "FREQ=MONTHLY;BYDAY=1MO              | 2026-11-02 | 2026-11-02 | 2026-12-07",
                "FREQ=WEEKLY;INTERVAL=4;BYDAY=FR     | 2026-11-27 | 2026-11-27 | 2026-12-25",
                "FREQ=MONTHLY;INTERVAL=3             | 2026-11-23 | 2026-11-23 | 2027-02-23",
                "FREQ=YEARLY                         | 2028-02-29 | 2028-02-29 | 2032-02-29",
                "freq=daily                          | 2026-12-31 | 2026-12-31 | 2027-01-01"
            })
    void next(String rule, LocalDate start, LocalDate last, LocalDate next) {
        assertThat(Recurrence.of(rule).orElseThrow().after(start, last, last)).contains(new Recurrence.Next(next, 0));
    }

    @Test
    void whatWasMissedIsSkippedAndCounted() {
        LocalDate start = LocalDate.parse("2026-01-05");
        assertThat(Recurrence.of("FREQ=WEEKLY").orElseThrow().after(start, start, LocalDate.parse("2026-01-26")))
                .contains(new Recurrence.Next(LocalDate.parse("2026-02-02"), 3));
    }

    @Test
    void aRuleEnds() {
        LocalDate start = LocalDate.parse("2026-01-05");
        var rule = Recurrence.of("FREQ=DAILY;COUNT=2").orElseThrow();
        assertThat(rule.after(start, start, start)).isPresent();
        assertThat(rule.after(start, start.plusDays(1), start)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MONTHLY", "FREQ=HOURLY", "FREQ=SECONDLY", "FREQ=MONTHLY;INTERVAL=0", "FREQ=NEVER"})
    void whatIsNoRuleInDaysIsNone(String text) {
        assertThat(Recurrence.of(text)).isEmpty();
    }

    @Test
    void aRuleThatNeverComesEndsQuickly() {
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            for (String text : new String[] {
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=YEARLY;INTERVAL=999999;BYDAY=5MO;BYMONTH=2"
            }) {
                Recurrence.of(text)
                        .ifPresent(rule -> rule.after(
                                LocalDate.parse("2026-01-05"),
                                LocalDate.parse("2026-01-05"),
                                LocalDate.parse("2026-01-05")));
            }
        });
    }
}
