package org.vaksam.casework.notice;

import java.time.Instant;
import java.util.Optional;

/**
 * A notice as it lies in its table.
 *
 * @param id   UUIDv7: the order of ids is that of time
 * @param read when its person said that they have read it
 */
public record StoredNotice(String id, Notice notice, Instant at, Optional<Instant> read) {}
