package org.vaksam.casework.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.casework.json.Json;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.Sql;

/** Table {@code notice}. */
@Component(service = NoticeTable.class)
public final class NoticeTable {
    /** So many are kept for each person; those that wait for their letter besides. */
    static final int KEPT = 1_000;

    private static final int LONGEST_VALUE = 200;
    private static final int MOST_VALUES = 10;

    private final CaseworkTables tables;
    private final Clock clock;

    @Activate
    public NoticeTable(@Reference CaseworkTables tables, @Reference Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    void insert(Notice notice, Optional<MailChoice> mail) {
        tables.database()
                .write(sql -> sql.update(
                        "INSERT INTO notice (id, account, record_id, kind, template, params, actor, created_at, mail)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        Ids.next(),
                        notice.account(),
                        notice.record(),
                        notice.kind().id(),
                        notice.template(),
                        Json.write(bounded(notice.params())),
                        notice.actor(),
                        clock.instant(),
                        mail.map(MailChoice::id)));
    }

    /**
     * The newest ones of an account.
     *
     * @param before id of the one before the first; empty for the newest
     */
    List<StoredNotice> page(String account, boolean unread, Optional<String> before, int limit) {
        return tables.database()
                .read(sql -> sql.list(
                        "SELECT * FROM notice WHERE account = ? AND id < ?"
                                + (unread ? " AND read_at IS NULL" : "")
                                + " ORDER BY id DESC FETCH FIRST " + limit + " ROWS ONLY",
                        NoticeTable::stored,
                        account,
                        before.orElse("~")));
    }

    long unread(String account) {
        return tables.database()
                .read(sql -> sql.number("SELECT COUNT(*) FROM notice WHERE account = ? AND read_at IS NULL", account));
    }

    /** Marks one of the account's; false when there is none of this id. */
    boolean read(String account, String id, boolean read) {
        return tables.database()
                        .write(sql -> read
                                ? sql.update(
                                        "UPDATE notice SET read_at = COALESCE(read_at, ?) WHERE account = ? AND id = ?",
                                        clock.instant(),
                                        account,
                                        id)
                                : sql.update(
                                        "UPDATE notice SET read_at = NULL WHERE account = ? AND id = ?", account, id))
                == 1;
    }

    /** Marks all up to this one, or those of one record; returns how many were unread. */
    int readAll(String account, Optional<String> upTo, Optional<String> record) {
        return tables.database()
                .write(sql -> record.isPresent()
                        ? sql.update(
                                "UPDATE notice SET read_at = ? WHERE account = ? AND read_at IS NULL AND id <= ?"
                                        + " AND record_id = ?",
                                clock.instant(),
                                account,
                                upTo.orElse("~"),
                                record.get())
                        : sql.update(
                                "UPDATE notice SET read_at = ? WHERE account = ? AND read_at IS NULL AND id <= ?",
                                clock.instant(),
                                account,
                                upTo.orElse("~")));
    }

    /** Whether the account has an unread one like this already. */
    public boolean waits(String account, String record, NoticeKind kind, String template) {
        return tables.database()
                .read(sql -> sql.number(
                                "SELECT COUNT(*) FROM notice WHERE account = ? AND record_id = ? AND kind = ?"
                                        + " AND template = ? AND read_at IS NULL",
                                account,
                                record,
                                kind.id(),
                                template)
                        > 0);
    }

    /** Those that go into a letter, oldest first. */
    public List<StoredNotice> ofLetter(String letter) {
        return tables.database()
                .read(sql ->
                        sql.list("SELECT * FROM notice WHERE letter = ? ORDER BY id", NoticeTable::stored, letter));
    }

    /** Removes what is more than is kept, by number and not by age, since clocks go wrong; returns how many. */
    public int trim() {
        List<String> full = tables.database()
                .read(sql -> sql.list(
                        "SELECT account FROM notice GROUP BY account HAVING COUNT(*) > " + KEPT,
                        row -> row.getString(1)));
        return full.stream().mapToInt(this::trim).sum();
    }

    private int trim(String account) {
        return tables.database().write(sql -> {
            Optional<String> last = sql
                    .list(
                            "SELECT id FROM notice WHERE account = ? ORDER BY id DESC OFFSET " + KEPT
                                    + " ROWS FETCH FIRST 1 ROWS ONLY",
                            row -> row.getString(1),
                            account)
                    .stream()
                    .findFirst();
            return last.isEmpty()
                    ? 0
                    : sql.update(
                            "DELETE FROM notice WHERE account = ? AND id <= ? AND mail IS NULL AND letter IS NULL",
                            account,
                            last.get());
        });
    }

    private static Map<String, String> bounded(Map<String, String> params) {
        var bounded = new TreeMap<String, String>();
        params.entrySet().stream().limit(MOST_VALUES).forEach(entry -> {
            String value = entry.getValue();
            bounded.put(entry.getKey(), value.substring(0, Math.min(LONGEST_VALUE, value.length())));
        });
        return bounded;
    }

    static StoredNotice stored(ResultSet row) throws SQLException {
        return new StoredNotice(
                row.getString("id"),
                new Notice(
                        row.getString("account"),
                        NoticeKind.of(row.getString("kind")).orElse(NoticeKind.SYSTEM),
                        Optional.ofNullable(row.getString("record_id")),
                        Optional.ofNullable(row.getString("actor")),
                        row.getString("template"),
                        Json.texts(row.getString("params"))),
                Sql.instant(row, "created_at").orElseThrow(),
                Sql.instant(row, "read_at"));
    }
}
