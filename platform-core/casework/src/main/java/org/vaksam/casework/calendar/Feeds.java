package org.vaksam.casework.calendar;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Sha256;
import org.vaksam.api.journal.Journal;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** The secret links by which calendar programs read people's calendars, one a person. Only fingerprints of them are stored. */
@Component(service = Feeds.class)
public final class Feeds {
    /** When a link was made, and last used. */
    public record Feed(Instant created, Optional<Instant> read) {}

    private static final int SECRET_BYTES = 32;
    private static final Duration STEP = Duration.ofMinutes(10);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PlatformDatabase database;
    private final OrganisationCalendar calendar;
    private final Journal journal;

    @Activate
    public Feeds(
            @Reference CaseworkTables tables, @Reference OrganisationCalendar calendar, @Reference Journal journal) {
        this.database = tables.database();
        this.calendar = calendar;
        this.journal = journal;
    }

    public Optional<Feed> of(String account) {
        return database.read(sql -> sql.first(
                "SELECT created_at, read_at FROM calendar_feed WHERE account = ?",
                row -> new Feed(Sql.instant(row, "created_at").orElseThrow(), Sql.instant(row, "read_at")),
                account));
    }

    /** A new link in the place of the old one; the secret is told only now. */
    public String renew(String account) {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.write(sql -> {
            sql.update("DELETE FROM calendar_feed WHERE account = ?", account);
            sql.update(
                    "INSERT INTO calendar_feed (account, hash, created_at) VALUES (?, ?, ?)",
                    account,
                    Sha256.hex(secret),
                    calendar.now());
            return journal.append(new Journal.Entry("calendar.feed-created", "account", account, Map.of()));
        });
        return secret;
    }

    /** The link ends. */
    public void revoke(String account) {
        database.write(sql -> {
            boolean was = sql.update("DELETE FROM calendar_feed WHERE account = ?", account) > 0;
            if (was) {
                journal.append(new Journal.Entry("calendar.feed-revoked", "account", account, Map.of()));
            }
            return was;
        });
    }

    /** Whose link it is; remembers about when it was used. */
    Optional<String> reader(String secret) {
        Instant now = calendar.now();
        return database.write(sql -> {
            Optional<String> account = sql.first(
                    "SELECT account FROM calendar_feed WHERE hash = ?", row -> row.getString(1), Sha256.hex(secret));
            if (account.isPresent()) {
                sql.update(
                        "UPDATE calendar_feed SET read_at = ? WHERE account = ? AND (read_at IS NULL OR read_at < ?)",
                        now,
                        account.get(),
                        now.minus(STEP));
            }
            return account;
        });
    }
}
