package org.vaksam.records.definition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vaksam.api.calendar.Period;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.calendar.WorkingDays;

/** A condition as data. A field without a value fulfils none but {@code isSet: false}. */
public sealed interface Condition {
    boolean holds(Facts facts);

    /** Visits every comparison inside. */
    void visit(Consumer<Condition> visitor);

    /** All of them hold. */
    record All(List<Condition> of) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return of.stream().allMatch(condition -> condition.holds(facts));
        }

        @Override
        public void visit(Consumer<Condition> visitor) {
            of.forEach(condition -> condition.visit(visitor));
        }
    }

    /** At least one of them holds. */
    record Any(List<Condition> of) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return of.stream().anyMatch(condition -> condition.holds(facts));
        }

        @Override
        public void visit(Consumer<Condition> visitor) {
            of.forEach(condition -> condition.visit(visitor));
        }
    }

    /** It does not hold. */
    record Not(Condition of) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return !of.holds(facts);
        }

        @Override
        public void visit(Consumer<Condition> visitor) {
            of.visit(visitor);
        }
    }

    /** The field has one of these values; {@code is} has one. */
    record In(String field, List<Object> values) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            Optional<Object> value = facts.value(field);
            return value.isPresent() && values.stream().anyMatch(one -> equal(one, value.get()));
        }

        @Override
        public void visit(Consumer<Condition> visitor) {
            visitor.accept(this);
        }

        private static boolean equal(Object expected, Object value) {
            return expected instanceof BigDecimal number && value instanceof Number given
                    ? number.compareTo(new BigDecimal(given.toString())) == 0
                    : expected.equals(value);
        }
    }

    /** The field is a number of at least (or at most) this size. */
    record Bound(String field, boolean least, BigDecimal limit) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return facts.value(field)
                    .filter(Number.class::isInstance)
                    .map(value -> new BigDecimal(value.toString()).compareTo(limit))
                    .map(order -> least ? order >= 0 : order <= 0)
                    .orElse(false);
        }

        @Override
        public void visit(Consumer<Condition> visitor) {
            visitor.accept(this);
        }
    }

    /** The field has a value, or has none. */
    record IsSet(String field, boolean expected) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return facts.value(field).isPresent() == expected;
        }

        @Override
        public void visit(Consumer<Condition> visitor) {
            visitor.accept(this);
        }
    }

    /** The record's unit is this one or lies below it. */
    record WithinUnit(String field, String unit) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return facts.unitWithin(unit);
        }

        @Override
        public void visit(Consumer<Condition> visitor) {
            visitor.accept(this);
        }
    }

    /** The date or time is not longer ago than this period, and not in the future. */
    record WithinPeriod(String field, Period period) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            Optional<Instant> value = facts.value(field).flatMap(WithinPeriod::instant);
            Instant now = facts.now();
            return value.isPresent()
                    && !value.get().isAfter(now)
                    && !value.get().isBefore(period.before(now, SwedishTime.ZONE, WorkingDays.SWEDISH));
        }

        @Override
        public void visit(Consumer<Condition> visitor) {
            visitor.accept(this);
        }

        private static Optional<Instant> instant(Object value) {
            if (value instanceof Instant instant) {
                return Optional.of(instant);
            }
            String text = value.toString();
            return Optional.of(
                    text.length() == 10
                            ? LocalDate.parse(text)
                                    .atStartOfDay(SwedishTime.ZONE)
                                    .toInstant()
                            : Instant.parse(text));
        }
    }
}
