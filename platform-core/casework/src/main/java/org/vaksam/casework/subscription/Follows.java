package org.vaksam.casework.subscription;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.Sql;

/** Who follows which record. Whoever stops following one does not begin again by themselves. */
@Component(service = Follows.class)
public final class Follows {
    /** Somebody follows a record since then. */
    public record Follow(String record, Instant since) {}

    private final CaseworkTables tables;
    private final Clock clock;

    @Activate
    public Follows(@Reference CaseworkTables tables, @Reference Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** Accounts that follow the record. */
    public List<String> of(String record) {
        return tables.database()
                .read(sql -> sql.list(
                        "SELECT account FROM record_follow WHERE record_id = ? AND following = TRUE ORDER BY account",
                        row -> row.getString(1),
                        record));
    }

    /** Whether the account follows the record. */
    public boolean isFollowing(String record, String account) {
        return tables.database()
                .read(sql -> sql.number(
                                "SELECT COUNT(*) FROM record_follow WHERE record_id = ? AND account = ? AND following = TRUE",
                                record,
                                account)
                        > 0);
    }

    /** Because of what they do with the record: follows it from now on, unless it was stopped. */
    public void byThemselves(String record, String account) {
        tables.database().write(sql -> {
            boolean known = sql.number(
                            "SELECT COUNT(*) FROM record_follow WHERE record_id = ? AND account = ?", record, account)
                    > 0;
            return known
                    ? 0
                    : sql.update(
                            "INSERT INTO record_follow (record_id, account, following, since) VALUES (?, ?, TRUE, ?)",
                            record,
                            account,
                            clock.instant());
        });
    }

    /** On purpose: begins or stops. */
    public void set(String record, String account, boolean following) {
        tables.database().write(sql -> {
            int known = sql.update(
                    "UPDATE record_follow SET following = ?, since = ? WHERE record_id = ? AND account = ?"
                            + " AND following <> ?",
                    following,
                    clock.instant(),
                    record,
                    account,
                    following);
            return known > 0
                            || sql.number(
                                            "SELECT COUNT(*) FROM record_follow WHERE record_id = ? AND account = ?",
                                            record,
                                            account)
                                    > 0
                    ? known
                    : sql.update(
                            "INSERT INTO record_follow (record_id, account, following, since) VALUES (?, ?, ?, ?)",
                            record,
                            account,
                            following,
                            clock.instant());
        });
    }

    /** What an account follows, by id of the record, after this one. */
    List<Follow> page(String account, Optional<String> after, int limit) {
        return tables.database()
                .read(sql -> sql.list(
                        "SELECT record_id, since FROM record_follow WHERE account = ? AND following = TRUE"
                                + " AND record_id > ? ORDER BY record_id FETCH FIRST " + limit + " ROWS ONLY",
                        row -> new Follow(
                                row.getString(1), Sql.instant(row, "since").orElseThrow()),
                        account,
                        after.orElse("")));
    }
}
