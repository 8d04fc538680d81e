package org.vaksam.casework.action;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that somebody has to do.
 *
 * @param record     where it comes from; an action may stand alone in a unit
 * @param offeredTo  who was asked to take it over and has not answered
 * @param delegated  who handed it over and keeps seeing it
 * @param escalated  how many steps up its delay has been told
 */
public record Action(
        String id,
        Optional<Source> record,
        Content content,
        Progress progress,
        Optional<Effect> effect,
        Optional<String> offeredTo,
        Optional<String> delegated,
        Series series,
        int escalated,
        int version,
        Trace created,
        Trace updated) {

    /** A record. */
    public record Source(String id, String type) {}

    /**
     * What is to be done.
     *
     * @param unit        id of the unit it is done in
     * @param responsible account
     * @param priority    0 low, 1 normal, 2 high, 3 urgent
     * @param remindDays  so many days before it is due; never when empty
     * @param verify      somebody else has to see that it is done
     */
    public record Content(
            String title,
            String why,
            Optional<String> unit,
            Optional<String> responsible,
            Optional<LocalDate> due,
            int priority,
            Optional<Cost> cost,
            Optional<Integer> remindDays,
            boolean verify,
            Optional<Repeat> repeat) {

        Content by(Optional<String> account) {
            return new Content(title, why, unit, account, due, priority, cost, remindDays, verify, repeat);
        }

        Content dueOn(LocalDate day) {
            return new Content(
                    title, why, unit, responsible, Optional.of(day), priority, cost, remindDays, verify, repeat);
        }
    }

    /** Money, exactly; currency by ISO 4217. */
    public record Cost(BigDecimal amount, String currency) {}

    /**
     * It comes again.
     *
     * @param rule RRULE of RFC 5545, without its name
     * @param when the next one is made when this one is {@code done}, or is {@code due} at the latest
     */
    public record Repeat(String rule, String when) {}

    /** How far it is. */
    public record Progress(ActionState state, String reason, Optional<Trace> done, Optional<Trace> verified) {}

    /** Who and when; nobody is the platform, or somebody who was erased. */
    public record Trace(Optional<String> by, Instant at) {}

    /** What came of it: {@code good}, {@code partly} or {@code none}. */
    public record Effect(LocalDate on, String outcome, String text, Optional<String> by) {}

    /**
     * The repetitions it belongs to.
     *
     * @param start due date of the first
     * @param from  id of the one before
     * @param as    id of the one after
     */
    public record Series(Optional<LocalDate> start, Optional<String> from, Optional<String> as) {
        static final Series NONE = new Series(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public ActionState state() {
        return progress.state();
    }

    /** Whether it is not finished for good: done and not yet verified, where that is asked for, is open. */
    public boolean isOpen() {
        return state().isToDo() || state() == ActionState.DONE && content.verify();
    }

    public boolean isOverdue(LocalDate today) {
        return state().isToDo() && content.due().filter(today::isAfter).isPresent();
    }

    /** Whether this account has to do it, was asked to, or has handed it over. */
    public boolean concerns(Optional<String> account) {
        return account.isPresent()
                && (account.equals(content.responsible()) || account.equals(offeredTo) || account.equals(delegated));
    }

    Action with(Content other) {
        return new Action(
                id, record, other, progress, effect, offeredTo, delegated, series, escalated, version, created,
                updated);
    }

    Action with(Progress other) {
        return new Action(
                id, record, content, other, effect, offeredTo, delegated, series, escalated, version, created, updated);
    }

    Action with(Effect other) {
        return new Action(
                id,
                record,
                content,
                progress,
                Optional.of(other),
                offeredTo,
                delegated,
                series,
                escalated,
                version,
                created,
                updated);
    }

    Action with(Series other) {
        return new Action(
                id, record, content, progress, effect, offeredTo, delegated, other, escalated, version, created,
                updated);
    }

    Action offered(Optional<String> to, Optional<String> by) {
        return new Action(id, record, content, progress, effect, to, by, series, escalated, version, created, updated);
    }

    Action escalatedTo(int step) {
        return new Action(
                id, record, content, progress, effect, offeredTo, delegated, series, step, version, created, updated);
    }

    /** The next version. */
    Action changed(Trace by) {
        return new Action(
                id,
                record,
                content,
                progress,
                effect,
                offeredTo,
                delegated,
                series,
                escalated,
                version + 1,
                created,
                by);
    }
}
