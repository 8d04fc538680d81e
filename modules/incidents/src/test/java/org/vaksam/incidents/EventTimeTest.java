package org.vaksam.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTimeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20 mars 10:14, Trafikolycka, Malmö | 2023-03-20T10:19:26+01:00 | 2023-03-20T09:14:00Z",
                "20 juni 10.14, Trafikolycka, Malmö | 2024-06-20T10:19:26+02:00 | 2024-06-20T08:14:00Z",
                "02 april 22.35, Djur, Eslöv        | 2025-04-25T06:26:54+02:00 | 2025-04-02T20:35:00Z",
                // New Year: the name has no year
                "31 december 23.50, Brand, Nacka    | 2024-01-01T00:40:16+01:00 | 2023-12-31T22:50:00Z",
                "01 januari 00.10, Brand, Nacka     | 2024-12-31T23:50:00+01:00 | 2023-12-31T23:10:00Z",
                // somewhat after its publication: a planned control
                "21 mars 08:00, Trafikkontroll, Boo | 2023-03-20T10:19:26+01:00 | 2023-03-21T07:00:00Z",
            })
    void timeInTheName(String name, String published, String happened) {
        assertThat(EventTime.of(name, OffsetDateTime.parse(published))).isEqualTo(Instant.parse(happened));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "18 september 12.27, Anträffad död, Karlstad | 2025-08-26T12:51:59+02:00",
                "31 februari 12.27, Brand, Nacka             | 2025-08-26T12:51:59+02:00",
                "26 augustus 12.27, Brand, Nacka             | 2025-08-26T12:51:59+02:00",
                "26 augusti 25.27, Brand, Nacka              | 2025-08-26T12:51:59+02:00",
                "Brand, Nacka                                | 2025-08-26T12:51:59+02:00",
                "''                                          | 2025-08-26T12:51:59+02:00",
            })
    void publicationWhenTheNameSaysNothingUseful(String name, String published) {
        var time = OffsetDateTime.parse(published);
        assertThat(EventTime.of(name, time)).isEqualTo(time.toInstant());
    }

    @Test
    void leapDayInAYearThatHasNone() {
        var published = OffsetDateTime.parse("2025-03-01T10:00:00+01:00");
        assertThat(EventTime.of("29 februari 10.00, Brand, Nacka", published)).isEqualTo(published.toInstant());
    }
}
