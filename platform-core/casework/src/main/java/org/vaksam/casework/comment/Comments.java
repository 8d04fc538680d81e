package org.vaksam.casework.comment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.casework.notice.Me;
import org.vaksam.casework.notice.Notice;
import org.vaksam.casework.notice.NoticeKind;
import org.vaksam.casework.notice.NoticeWriter;
import org.vaksam.casework.subscription.Follows;
import org.vaksam.spi.data.DatabaseException;
import org.vaksam.spi.records.LegalHolds;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.web.EntityTags;

/**
 * What people say about records: whoever sees one may, whether they handle it or not. The journal says that somebody did and
 * never what, because it cannot be taken back from there.
 */
@Component(service = Comments.class)
public final class Comments {
    /** So long may its author change a comment. */
    static final Duration EDITABLE = Duration.ofMinutes(15);

    private final CommentTable table;
    private final Mentions mentions;
    private final RecordAccess records;
    private final LegalHolds holds;
    private final Follows follows;
    private final NoticeWriter notices;
    private final Journal journal;
    private final Transactions transactions;
    private final Me me;
    private final Clock clock;

    @Activate
    public Comments(
            @Reference CommentTable table,
            @Reference Mentions mentions,
            @Reference RecordAccess records,
            @Reference LegalHolds holds,
            @Reference Follows follows,
            @Reference NoticeWriter notices,
            @Reference Journal journal,
            @Reference Transactions transactions,
            @Reference Me me,
            @Reference Clock clock) {
        this.table = table;
        this.mentions = mentions;
        this.records = records;
        this.holds = holds;
        this.follows = follows;
        this.notices = notices;
        this.journal = journal;
        this.transactions = transactions;
        this.me = me;
        this.clock = clock;
    }

    /** Of a record that the caller may see. */
    List<Comment> page(String record, Optional<String> after, int limit) {
        return table.page(records.require(record).id(), after, limit);
    }

    /** What a comment on a record that the caller may see said before. */
    List<CommentTable.Earlier> earlier(String id) {
        return table.earlier(find(id).id());
    }

    /**
     * Says something; a second time with the same key it answers what was said the first time.
     *
     * @param chosen ids or user names of those whom the comment is addressed to, besides those written as {@code @username}
     */
    Comment add(String record, String text, List<String> chosen, Optional<String> key) {
        String author = me.account();
        RecordRow row = records.require(record);
        Optional<Comment> before = key.flatMap(sent -> table.sent(author, sent));
        if (before.isPresent()) {
            return same(before.get(), row, text);
        }
        var comment = new Comment(
                Ids.next(),
                row.id(),
                author,
                text,
                mentions.of(row, text, chosen),
                1,
                now(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        try {
            return transactions.required(() -> store(row, comment, key));
        } catch (DatabaseException e) {
            return key.flatMap(sent -> table.sent(author, sent))
                    .map(winner -> same(winner, row, text))
                    .orElseThrow(() -> e);
        }
    }

    private Comment store(RecordRow row, Comment comment, Optional<String> key) {
        table.insert(comment, key);
        follows.byThemselves(row.id(), comment.author());
        journal.append(new Journal.Entry(
                "comment.added",
                row.type(),
                row.id(),
                Map.of(
                        "number",
                        row.number(),
                        "comment",
                        comment.id(),
                        "mentions",
                        comment.mentions().size())));
        tellMentioned(row, comment.author(), comment.mentions());
        List<String> others = follows.of(row.id()).stream()
                .filter(account -> !comment.mentions().contains(account))
                .toList();
        notices.tell(row, NoticeKind.COMMENT, others, "comment", Map.of());
        return comment;
    }

    /** Changes what the caller said a moment ago; only those who are new in it are told. */
    Comment edit(String id, IntPredicate expected, String text, List<String> chosen) {
        Comment before = find(id);
        EntityTags.check(expected, before.version());
        Instant now = now();
        if (!before.author().equals(me.account()) || before.removed().isPresent()) {
            throw Problem.conflict(new Text(
                    "Bara den som skrev kommentaren kan ändra den, och inte sedan den tagits bort.",
                    "Only the author can change a comment, and not once it was removed."));
        }
        if (Duration.between(before.created(), now).abs().compareTo(EDITABLE) > 0) {
            throw Problem.conflict(new Text(
                            "En kommentar kan ändras i 15 minuter.", "A comment can be changed for 15 minutes."))
                    .withNext(new Text("Skriv en ny kommentar.", "Write another comment."));
        }
        RecordRow row = records.require(before.record());
        var after = new Comment(
                before.id(),
                before.record(),
                before.author(),
                text,
                mentions.of(row, text, chosen),
                before.version() + 1,
                before.created(),
                Optional.of(now),
                Optional.empty(),
                Optional.empty());
        return transactions.required(() -> {
            if (!table.edit(before, after, now)) {
                throw EntityTags.stale(table.find(id).map(Comment::version).orElse(0));
            }
            journal.append(entry("comment.edited", row, id));
            tellMentioned(
                    row,
                    after.author(),
                    after.mentions().stream()
                            .filter(account -> !before.mentions().contains(account))
                            .toList());
            return after;
        });
    }

    /**
     * Leaves only that there was a comment: by its author at any time, by whoever handles the record too.
     *
     * @throws Problem 409 when the record is held
     */
    void remove(String id) {
        String by = me.account();
        Comment comment = find(id);
        RecordRow row = records.require(comment.record());
        if (!comment.author().equals(by)) {
            records.requireHandle(row);
        }
        transactions.required(() -> {
            holds.refuseRemoval(row);
            if (table.remove(id, by, now())) {
                journal.append(entry("comment.removed", row, id));
            }
            return true;
        });
    }

    private void tellMentioned(RecordRow row, String author, List<String> accounts) {
        for (String account : accounts) {
            notices.tell(new Notice(
                    account, NoticeKind.MENTION, Optional.of(row.id()), Optional.of(author), "mention", Map.of()));
        }
    }

    private Comment find(String id) {
        Comment comment = table.find(id).orElseThrow(Comments::missing);
        try {
            records.require(comment.record());
        } catch (Problem hidden) {
            throw hidden.status() == 404 ? missing() : hidden;
        }
        return comment;
    }

    private static Comment same(Comment before, RecordRow row, String text) {
        boolean unchanged = before.version() > 1
                || before.removed().isPresent()
                || before.text().equals(text);
        if (!before.record().equals(row.id()) || !unchanged) {
            throw Problem.of(
                    "idempotency-key-reused",
                    422,
                    new Text("Nyckeln är redan använd", "The key was used before"),
                    new Text(
                            "Idempotency-Key har använts för en annan kommentar.",
                            "The Idempotency-Key was used for another comment."));
        }
        return before;
    }

    private static Journal.Entry entry(String action, RecordRow row, String comment) {
        return new Journal.Entry(action, row.type(), row.id(), Map.of("number", row.number(), "comment", comment));
    }

    private static Problem missing() {
        return Problem.notFound(new Text("Det finns ingen sådan kommentar.", "There is no such comment."));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
