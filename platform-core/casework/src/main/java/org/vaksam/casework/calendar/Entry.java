package org.vaksam.casework.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.vaksam.api.text.Text;

/**
 * Something dated in a person's calendar.
 *
 * @param kind    {@code action} or {@code deadline}
 * @param day     all day, unless there is a time
 * @param title   what it says by itself
 * @param secret  its record is restricted or cannot be seen by the person: only number and type leave the platform
 * @param version counts changes
 */
public record Entry(
        String id,
        String kind,
        LocalDate day,
        Optional<Instant> time,
        Text title,
        Optional<About> record,
        boolean overdue,
        boolean secret,
        int version,
        Instant updated) {

    /** The record it is about. */
    public record About(String id, String number, String type) {}
}
