package org.vaksam.security.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.vaksam.api.security.Scope;

/**
 * A row of {@code access_grant}: a person or a group has a role.
 *
 * @param unit in this unit and everything below it; everywhere when empty
 * @param from first day
 * @param to   last day
 */
public record GrantRow(
        String id,
        Optional<String> account,
        Optional<String> group,
        String role,
        Optional<String> unit,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Instant created,
        int version) {

    /** A person has a role everywhere, from now on and for good. */
    public static GrantRow forGood(String id, String account, String role) {
        return new GrantRow(
                id,
                Optional.of(account),
                Optional.empty(),
                role,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.now(),
                1);
    }

    /** Where it is good. */
    public Scope scope() {
        return unit.map(Scope::below).orElse(Scope.EVERYWHERE);
    }

    /** Whether it is good on a day. */
    public boolean isOn(LocalDate day) {
        return from.filter(day::isBefore).isEmpty() && to.filter(day::isAfter).isEmpty();
    }

    /** The same grant until another day. */
    public GrantRow until(Optional<LocalDate> day) {
        return new GrantRow(id, account, group, role, unit, from, day, created, version + 1);
    }
}
