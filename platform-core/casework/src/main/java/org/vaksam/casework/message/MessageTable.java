package org.vaksam.casework.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.vaksam.spi.data.Sql;

/** Messages in the database. */
final class MessageTable {
    private static final String COLUMNS = "SELECT id, record_id, sender, author, text, sent_at FROM report_message";

    private final Sql sql;

    MessageTable(Sql sql) {
        this.sql = sql;
    }

    void insert(Message message, String once) throws SQLException {
        sql.update(
                "INSERT INTO report_message (id, record_id, sender, author, once, text, sent_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                message.id(),
                message.recordId(),
                message.sender(),
                message.author(),
                once,
                message.text(),
                message.sentAt());
    }

    Optional<Message> byOnce(String record, String once) throws SQLException {
        return sql.first(COLUMNS + " WHERE record_id = ? AND once = ?", MessageTable::message, record, once);
    }

    /** The newest first; those before a message when one is named. */
    List<Message> newest(String record, Optional<String> before, int limit) throws SQLException {
        return sql.list(
                COLUMNS + " WHERE record_id = ? AND id < ? ORDER BY id DESC FETCH FIRST " + limit + " ROWS ONLY",
                MessageTable::message,
                record,
                before.orElse("g"));
    }

    long count(String record, Message.Sender sender) throws SQLException {
        return sql.number(
                "SELECT COUNT(*) FROM report_message WHERE record_id = ? AND sender = ?", record, sender.name());
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getString("id"),
                row.getString("record_id"),
                Message.Sender.valueOf(row.getString("sender")),
                Optional.ofNullable(row.getString("author")),
                row.getString("text"),
                Sql.instant(row, "sent_at").orElseThrow());
    }
}
