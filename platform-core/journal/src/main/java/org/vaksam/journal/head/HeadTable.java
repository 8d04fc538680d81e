package org.vaksam.journal.head;

import java.util.List;
import org.vaksam.journal.chain.SignedHead;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** The heads in the database: one for about every thousand entries, and the newest. */
final class HeadTable {
    private final PlatformDatabase database;

    HeadTable(PlatformDatabase database) {
        this.database = database;
    }

    /** Adds the head unless there is one at its position. */
    void add(SignedHead head) {
        database.write(sql -> {
            if (sql.number("SELECT count(*) FROM journal_head WHERE position = ?", head.position()) > 0) {
                return 0;
            }
            return sql.update(
                    "INSERT INTO journal_head (position, hash, made_at, key_id, signature) VALUES (?, ?, ?, ?, ?)",
                    head.position(),
                    head.hash(),
                    head.at(),
                    head.key(),
                    head.signature());
        });
    }

    /** Removes a head that a later one stands for; one that the chain contradicts stays as evidence. */
    void removeIfItHolds(SignedHead head) {
        database.write(sql -> sql.update(
                "DELETE FROM journal_head WHERE position = ? AND key_id = ?"
                        + " AND hash = (SELECT s.hash FROM journal_seal s WHERE s.position = ?)",
                head.position(),
                head.key(),
                head.position()));
    }

    /** In the order of their positions. */
    List<SignedHead> all() {
        return database.read(sql -> sql.list(
                "SELECT position, hash, made_at, key_id, signature FROM journal_head ORDER BY position",
                row -> new SignedHead(
                        row.getLong("position"),
                        row.getString("hash"),
                        Sql.instant(row, "made_at").orElseThrow(),
                        row.getString("key_id"),
                        row.getString("signature"))));
    }
}
