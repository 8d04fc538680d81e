package org.vaksam.spi.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.vaksam.api.calendar.SwedishTime;

/** A value of a table that knows what it is, so that a spreadsheet can count with it and a page can set it. */
public sealed interface Cell {
    /** Nothing. */
    Cell EMPTY = new Words("");

    /** Text as people read it, in the reader's language; empty where there is no value. */
    record Words(String text) implements Cell {}

    /** A number. */
    record Amount(BigDecimal value) implements Cell {}

    /**
     * Money.
     *
     * @param currency a code such as {@code SEK}
     */
    record Money(BigDecimal value, String currency) implements Cell {}

    /** A day. */
    record Day(LocalDate day) implements Cell {}

    /** A point in time. */
    record Moment(Instant at) implements Cell {

        /** As clocks there show it. */
        public LocalDateTime local() {
            return LocalDateTime.ofInstant(at, SwedishTime.ZONE);
        }
    }

    /** Yes or no. */
    record Flag(boolean value) implements Cell {}

    /** The text, or nothing. */
    static Cell of(String text) {
        return text.isEmpty() ? EMPTY : new Words(text);
    }

    /** The number. */
    static Cell of(long number) {
        return new Amount(BigDecimal.valueOf(number));
    }
}
