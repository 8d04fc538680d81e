package org.vaksam.security.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.vaksam.api.data.Ids;

/**
 * A row of {@code account}.
 *
 * @param service a machine's account: has tokens, but no password
 */
public record AccountRow(String id, String username, String name, boolean service, boolean enabled, Instant created) {
    /** A new account, enabled. */
    public static AccountRow fresh(String username, String name, boolean service) {
        return new AccountRow(
                Ids.next(), username, name, service, true, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }
}
