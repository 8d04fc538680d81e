package org.vaksam.records.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** Remembers for a day which record a caller's idempotency key made. */
@Component(service = IdempotencyKeys.class)
public final class IdempotencyKeys {
    /** A key of a caller, and the hash of what was sent with it. */
    public record Key(String caller, String key, String type, String bodyHash) {}

    /** What was made with a key. */
    public record Used(String type, String bodyHash, String record) {}

    /** How long a key is remembered. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyKeys.class);

    private final PlatformDatabase database;
    private final ScheduledExecutorService cleaner = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "vaksam-idempotency-cleaner");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public IdempotencyKeys(@Reference Tables tables) {
        this.database = tables.database();
        cleaner.scheduleWithFixedDelay(this::cleanQuietly, 5, 30, TimeUnit.MINUTES);
    }

    /** What this key made, if it is not too long ago. */
    public Optional<Used> find(Key key) {
        return database.read(sql -> sql.first(
                "SELECT type, body_hash, record_id FROM idempotency_key"
                        + " WHERE caller = ? AND request_key = ? AND created_at > ?",
                row -> new Used(row.getString(1), row.getString(2), row.getString(3)),
                key.caller(),
                key.key(),
                Instant.now().minus(KEPT)));
    }

    /** Takes the key; waits for somebody who has just taken it, and fails as a duplicate when they commit. */
    public void take(Sql sql, Key key, String record) throws SQLException {
        Instant now = Instant.now();
        sql.update(
                "DELETE FROM idempotency_key WHERE caller = ? AND request_key = ? AND created_at <= ?",
                key.caller(),
                key.key(),
                now.minus(KEPT));
        sql.update(
                "INSERT INTO idempotency_key (caller, request_key, type, body_hash, record_id, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                key.caller(),
                key.key(),
                key.type(),
                key.bodyHash(),
                record,
                now);
    }

    /** Forgets keys that are older than a day; returns how many. */
    public int clean() {
        return database.write(sql -> sql.update(
                "DELETE FROM idempotency_key WHERE created_at <= ?",
                Instant.now().minus(KEPT)));
    }

    @Deactivate
    public void close() {
        cleaner.shutdown();
    }

    private void cleanQuietly() {
        try {
            clean();
        } catch (RuntimeException e) {
            LOG.warn("Old idempotency keys could not be removed; tried again later", e);
        }
    }
}
