package org.vaksam.security.store;

import java.time.Instant;

/**
 * A row of {@code account}.
 *
 * @param service a machine's account: has tokens, but no password
 */
public record AccountRow(String id, String username, String name, boolean service, boolean enabled, Instant created) {}
