package org.vaksam.security.account;

import java.time.Instant;
import java.util.Set;
import org.vaksam.security.store.AccountRow;

/** An account as administrators see it. */
public record AccountView(
        String id,
        String username,
        String name,
        boolean enabled,
        boolean service,
        Set<String> roles,
        Instant createdAt) {

    static AccountView of(AccountRow row, Set<String> roles) {
        return new AccountView(
                row.id(), row.username(), row.name(), row.enabled(), row.service(), roles, row.created());
    }
}
