package org.vaksam.casework.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.Sql;

/**
 * Table {@code mail_letter}, and which notices go into which letter. Every time in it is compared so that a clock that was wrong
 * for a while makes a letter come soon rather than never.
 */
@Component(service = Letters.class)
public final class Letters {
    /** Whoever claims a letter has so long to send it. */
    static final Duration CLAIM = Duration.ofMinutes(5);

    /** Nothing waits longer than this for its next attempt. */
    static final Duration LONGEST_PAUSE = Duration.ofHours(24);

    private static final Duration CODES_WAIT = Duration.ofDays(5);
    private static final int LONGEST_REASON = 500;

    private final CaseworkTables tables;

    @Activate
    public Letters(@Reference CaseworkTables tables) {
        this.tables = tables;
    }

    /**
     * What a letter says to somebody without an account, who has reported this record.
     *
     * @param says which letter it is
     * @param code the follow-up code, in the clear for no longer than the letter waits to be sent
     */
    public record ToReporter(String record, String says, Optional<String> code) {}

    /**
     * A letter that is to be sent.
     *
     * @param account  of its reader; empty when it goes to a reporter
     * @param attempts how often it was tried
     * @param failed   when it was given up
     * @param reason   why the last attempt failed
     */
    public record Letter(
            String id,
            Optional<String> account,
            Optional<ToReporter> reporter,
            boolean digest,
            Instant created,
            int attempts,
            Instant next,
            Optional<Instant> failed,
            Optional<String> reason) {}

    /** Accounts that have notices waiting to be put into letters. */
    List<String> waiting() {
        return tables.database()
                .read(sql -> sql.list(
                        "SELECT DISTINCT account FROM notice WHERE mail IS NOT NULL ORDER BY account",
                        row -> row.getString(1)));
    }

    /** A letter for each notice of the account that is to be sent at once; those that were read meanwhile need none. */
    int makeSingle(String account, Instant now) {
        return tables.database().write(sql -> {
            sql.update(
                    "UPDATE notice SET mail = NULL WHERE account = ? AND mail = 'now' AND read_at IS NOT NULL",
                    account);
            List<String> notices = sql.list(
                    "SELECT id FROM notice WHERE account = ? AND mail = 'now' ORDER BY id FETCH FIRST 200 ROWS ONLY",
                    row -> row.getString(1),
                    account);
            int made = 0;
            for (String notice : notices) {
                String letter = Ids.next();
                boolean mine = sql.update(
                                "UPDATE notice SET mail = NULL, letter = ? WHERE id = ? AND mail = 'now'",
                                letter,
                                notice)
                        == 1;
                made += mine ? insert(sql, letter, account, false, now) : 0;
            }
            return made;
        });
    }

    /**
     * One letter for everything of the account that waits for its daily one and is older than {@code from}, or seems to be
     * from the future.
     */
    boolean makeDigest(String account, Instant from, Instant now) {
        return tables.database().write(sql -> {
            sql.update(
                    "UPDATE notice SET mail = NULL WHERE account = ? AND mail = 'digest' AND read_at IS NOT NULL",
                    account);
            boolean due = sql.number(
                            "SELECT COUNT(*) FROM notice WHERE account = ? AND mail = 'digest'"
                                    + " AND (created_at < ? OR created_at > ?)",
                            account,
                            from,
                            now)
                    > 0;
            if (!due) {
                return false;
            }
            String letter = Ids.next();
            int taken = sql.update(
                    "UPDATE notice SET mail = NULL, letter = ? WHERE account = ? AND mail = 'digest'", letter, account);
            return taken > 0 && insert(sql, letter, account, true, now) == 1;
        });
    }

    /** A letter to a reporter; in the thread's transaction. */
    public void add(ToReporter reporter, Instant now) {
        tables.database()
                .write(sql -> sql.update(
                        "INSERT INTO mail_letter (id, record_id, says, code, digest, created_at, attempts, next_at)"
                                + " VALUES (?, ?, ?, ?, FALSE, ?, 0, ?)",
                        Ids.next(),
                        reporter.record(),
                        reporter.says(),
                        reporter.code(),
                        now,
                        now));
    }

    /** Takes the codes out of letters that have waited for longer than anybody tries to send one. */
    public int forgetCodes(Instant now) {
        return tables.database()
                .write(sql -> sql.update(
                        "UPDATE mail_letter SET code = NULL WHERE code IS NOT NULL AND created_at < ?",
                        now.minus(CODES_WAIT)));
    }

    private static int insert(Sql sql, String letter, String account, boolean digest, Instant now) throws SQLException {
        return sql.update(
                "INSERT INTO mail_letter (id, account, digest, created_at, attempts, next_at) VALUES (?, ?, ?, ?, 0, ?)",
                letter,
                account,
                digest,
                now,
                now);
    }

    /** Letters whose time has come, oldest first, after this one. */
    List<Letter> due(Instant now, String after, int limit) {
        return tables.database()
                .read(sql -> sql.list(
                        "SELECT * FROM mail_letter WHERE failed_at IS NULL AND id > ? AND (next_at <= ? OR next_at > ?)"
                                + " AND (claimed_until IS NULL OR claimed_until <= ? OR claimed_until > ?)"
                                + " ORDER BY id FETCH FIRST " + limit + " ROWS ONLY",
                        Letters::letter,
                        after,
                        now,
                        now.plus(LONGEST_PAUSE),
                        now,
                        now.plus(CLAIM)));
    }

    /** Takes a letter to send it; false when somebody else has. */
    boolean claim(Letter letter, Instant now) {
        return tables.database()
                        .write(sql -> sql.update(
                                "UPDATE mail_letter SET claimed_until = ?, attempts = attempts + 1"
                                        + " WHERE id = ? AND attempts = ? AND failed_at IS NULL"
                                        + " AND (claimed_until IS NULL OR claimed_until <= ? OR claimed_until > ?)",
                                now.plus(CLAIM),
                                letter.id(),
                                letter.attempts(),
                                now,
                                now.plus(CLAIM)))
                == 1;
    }

    /** The letter is not needed any more: sent, or nothing is left to say in it. */
    boolean forget(String letter) {
        return tables.database().write(sql -> {
            sql.update("UPDATE notice SET letter = NULL WHERE letter = ?", letter);
            return sql.update("DELETE FROM mail_letter WHERE id = ?", letter) == 1;
        });
    }

    /** It is tried again then. */
    void postpone(String letter, Instant next, String reason) {
        tables.database()
                .write(sql -> sql.update(
                        "UPDATE mail_letter SET claimed_until = NULL, next_at = ?, reason = ? WHERE id = ?",
                        next,
                        cut(reason),
                        letter));
    }

    /** The claim was not used. */
    void release(Letter letter) {
        tables.database()
                .write(sql -> sql.update(
                        "UPDATE mail_letter SET claimed_until = NULL, attempts = ? WHERE id = ?",
                        letter.attempts(),
                        letter.id()));
    }

    /** It is given up, until an administrator has another try; a code that was in it is gone. */
    void giveUp(String letter, Instant now, String reason) {
        tables.database()
                .write(sql -> sql.update(
                        "UPDATE mail_letter SET claimed_until = NULL, code = NULL, failed_at = ?, reason = ? WHERE id = ?",
                        now,
                        cut(reason),
                        letter));
    }

    /** Tries one that was given up again from the beginning; false when there is none of this id. */
    boolean retry(String letter, Instant now) {
        return tables.database()
                        .write(sql -> sql.update(
                                "UPDATE mail_letter SET failed_at = NULL, attempts = 0, next_at = ?"
                                        + " WHERE id = ? AND failed_at IS NOT NULL",
                                now,
                                letter))
                == 1;
    }

    Optional<Letter> find(String letter) {
        return tables.database()
                .read(sql -> sql.first("SELECT * FROM mail_letter WHERE id = ?", Letters::letter, letter));
    }

    /** Those that were given up, the newest first, before this one. */
    List<Letter> undeliverable(Optional<String> before, int limit) {
        return tables.database()
                .read(sql -> sql.list(
                        "SELECT * FROM mail_letter WHERE failed_at IS NOT NULL AND id < ?"
                                + " ORDER BY id DESC FETCH FIRST " + limit + " ROWS ONLY",
                        Letters::letter,
                        before.orElse("~")));
    }

    /** How many letters wait, of those that were tried before, and how many were given up. */
    Counts counts() {
        return tables.database()
                .read(sql -> new Counts(
                        sql.number("SELECT COUNT(*) FROM mail_letter WHERE failed_at IS NULL"),
                        sql.number("SELECT COUNT(*) FROM mail_letter WHERE failed_at IS NULL AND attempts > 2"),
                        sql.number("SELECT COUNT(*) FROM mail_letter WHERE failed_at IS NOT NULL")));
    }

    /**
     * How the outbox is.
     *
     * @param waiting       to be sent
     * @param stuck         of those, tried more than twice
     * @param undeliverable given up
     */
    record Counts(long waiting, long stuck, long undeliverable) {}

    private static String cut(String reason) {
        return reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
    }

    private static Letter letter(ResultSet row) throws SQLException {
        String says = row.getString("says");
        Optional<String> code = Optional.ofNullable(row.getString("code"));
        return new Letter(
                row.getString("id"),
                Optional.ofNullable(row.getString("account")),
                Optional.ofNullable(row.getString("record_id")).map(record -> new ToReporter(record, says, code)),
                row.getBoolean("digest"),
                Sql.instant(row, "created_at").orElseThrow(),
                row.getInt("attempts"),
                Sql.instant(row, "next_at").orElseThrow(),
                Sql.instant(row, "failed_at"),
                Optional.ofNullable(row.getString("reason")));
    }
}
