package org.vaksam.casework.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.Sql;

/** Tables {@code record_comment} and {@code record_comment_text}, which keeps what a comment said before it was edited. */
@Component(service = CommentTable.class)
public final class CommentTable {
    /** What a comment said until then. */
    public record Earlier(int version, String text, Instant until) {}

    private final CaseworkTables tables;

    @Activate
    public CommentTable(@Reference CaseworkTables tables) {
        this.tables = tables;
    }

    Optional<Comment> find(String id) {
        return tables.database()
                .read(sql -> sql.first("SELECT * FROM record_comment WHERE id = ?", CommentTable::comment, id));
    }

    /** That which the author has sent with this key before. */
    Optional<Comment> sent(String author, String key) {
        return tables.database()
                .read(sql -> sql.first(
                        "SELECT * FROM record_comment WHERE author = ? AND request_key = ?",
                        CommentTable::comment,
                        author,
                        key));
    }

    /** Of one record, oldest first, after this one. */
    List<Comment> page(String record, Optional<String> after, int limit) {
        return tables.database()
                .read(sql -> sql.list(
                        "SELECT * FROM record_comment WHERE record_id = ? AND id > ? ORDER BY id FETCH FIRST " + limit
                                + " ROWS ONLY",
                        CommentTable::comment,
                        record,
                        after.orElse("")));
    }

    void insert(Comment comment, Optional<String> key) {
        tables.database()
                .write(sql -> sql.update(
                        "INSERT INTO record_comment (id, record_id, author, text, mentions, version, created_at,"
                                + " request_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        comment.id(),
                        comment.record(),
                        comment.author(),
                        comment.text(),
                        String.join(" ", comment.mentions()),
                        comment.version(),
                        comment.created(),
                        key));
    }

    /** Stores a change of the version before it, and keeps what it said; false when somebody was faster. */
    boolean edit(Comment before, Comment after, Instant now) {
        return tables.database().write(sql -> {
            boolean changed = sql.update(
                            "UPDATE record_comment SET text = ?, mentions = ?, version = ?, edited_at = ?"
                                    + " WHERE id = ? AND version = ? AND removed_at IS NULL",
                            after.text(),
                            String.join(" ", after.mentions()),
                            after.version(),
                            now,
                            before.id(),
                            before.version())
                    == 1;
            if (changed) {
                sql.update(
                        "INSERT INTO record_comment_text (comment_id, record_id, version, text, replaced_at)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        before.id(),
                        before.record(),
                        before.version(),
                        before.text(),
                        now);
            }
            return changed;
        });
    }

    /** Takes away everything it ever said; false when that was done before. */
    boolean remove(String id, String by, Instant now) {
        return tables.database().write(sql -> {
            sql.update("DELETE FROM record_comment_text WHERE comment_id = ?", id);
            return sql.update(
                            "UPDATE record_comment SET text = '', mentions = '', version = version + 1,"
                                    + " removed_at = ?, removed_by = ? WHERE id = ? AND removed_at IS NULL",
                            now,
                            by,
                            id)
                    == 1;
        });
    }

    /** What it said before, oldest first. */
    List<Earlier> earlier(String id) {
        return tables.database()
                .read(sql -> sql.list(
                        "SELECT * FROM record_comment_text WHERE comment_id = ? ORDER BY version",
                        row -> new Earlier(
                                row.getInt("version"),
                                row.getString("text"),
                                Sql.instant(row, "replaced_at").orElseThrow()),
                        id));
    }

    private static Comment comment(ResultSet row) throws SQLException {
        String mentions = row.getString("mentions");
        return new Comment(
                row.getString("id"),
                row.getString("record_id"),
                row.getString("author"),
                row.getString("text"),
                mentions.isEmpty() ? List.of() : List.of(mentions.split(" ")),
                row.getInt("version"),
                Sql.instant(row, "created_at").orElseThrow(),
                Sql.instant(row, "edited_at"),
                Sql.instant(row, "removed_at"),
                Optional.ofNullable(row.getString("removed_by")));
    }
}
