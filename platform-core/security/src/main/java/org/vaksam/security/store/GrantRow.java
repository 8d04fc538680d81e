package org.vaksam.security.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

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

    /** The same grant until another day. */
    public GrantRow until(Optional<LocalDate> day) {
        return new GrantRow(id, account, group, role, unit, from, day, created, version + 1);
    }
}
