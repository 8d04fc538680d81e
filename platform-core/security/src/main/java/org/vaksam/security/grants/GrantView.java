package org.vaksam.security.grants;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.vaksam.api.text.Text;

/**
 * A grant as administrators see it.
 *
 * @param holder  {@code account} or {@code group}
 * @param unit    everywhere when empty
 * @param state   {@code current}, {@code coming}, {@code past} or {@code asleep}
 * @param version its ETag
 */
public record GrantView(
        String id,
        String holder,
        Named account,
        Role role,
        Optional<Unit> unit,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        String state,
        Instant createdAt,
        int version) {

    /** The person or group. */
    public record Named(String id, String name) {}

    /** The role. */
    public record Role(String id, Text title) {}

    /** The unit. */
    public record Unit(String id, String code, Text name) {}
}
