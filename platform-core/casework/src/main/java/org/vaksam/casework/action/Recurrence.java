package org.vaksam.casework.action;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** A rule by which days follow each other: RRULE of RFC 5545, a day being its smallest step. */
public final class Recurrence {
    private static final Set<Freq> STEPS = Set.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);
    private static final int MOST_LOOKED_AT = 20_000;

    /** The day after the one that was asked for, and how many days of the rule lay between. */
    public record Next(LocalDate day, int skipped) {}

    private final RecurrenceRule rule;

    private Recurrence(RecurrenceRule rule) {
        this.rule = rule;
    }

    /** Empty when it is not a rule, counts hours or less, or never comes to a day. */
    public static Optional<Recurrence> of(String text) {
        try {
            var rule = new RecurrenceRule(text.toUpperCase(Locale.ROOT), RecurrenceRule.RfcMode.RFC5545_STRICT);
            var recurrence = new Recurrence(rule);
            LocalDate day = LocalDate.of(2024, 1, 1);
            return STEPS.contains(rule.getFreq()) && recurrence.comesAfter(day)
                    ? Optional.of(recurrence)
                    : Optional.empty();
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The first day of the rule that comes after both the last one and another day; empty when the rule has ended.
     *
     * @param start the first day of all
     */
    public Optional<Next> after(LocalDate start, LocalDate last, LocalDate other) {
        RecurrenceRuleIterator days = rule.iterator(date(start));
        int skipped = 0;
        for (int i = 0; i < MOST_LOOKED_AT && days.hasNext(); i++) {
            LocalDate day = date(days.nextDateTime());
            if (day.isAfter(last) && day.isAfter(other)) {
                return Optional.of(new Next(day, skipped));
            }
            if (day.isAfter(last)) {
                skipped++;
            }
        }
        return Optional.empty();
    }

    private boolean comesAfter(LocalDate day) {
        RecurrenceRuleIterator days = rule.iterator(date(day));
        return rule.getUntil() != null || days.hasNext();
    }

    private static DateTime date(LocalDate day) {
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }

    private static LocalDate date(DateTime day) {
        return LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDayOfMonth());
    }
}
