package org.vaksam.casework.message;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.casework.notice.NoticeKind;
import org.vaksam.casework.notice.NoticeWriter;
import org.vaksam.casework.report.ReportLetters;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.DatabaseException;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.records.RecordRow;

/** Writes and reads messages; whoever calls has checked that the writer may. Each is stored once, however often it is sent. */
@Component(service = Messages.class)
public final class Messages {
    /** Longest message, in characters. */
    public static final int LONGEST = 4_000;

    private static final int MOST_FROM_REPORTER = 100;

    private final PlatformDatabase database;
    private final Journal journal;
    private final NoticeWriter notices;
    private final ReportLetters letters;
    private final Clock clock;

    @Activate
    public Messages(
            @Reference CaseworkTables tables,
            @Reference Journal journal,
            @Reference NoticeWriter notices,
            @Reference ReportLetters letters,
            @Reference Clock clock) {
        this.database = tables.database();
        this.journal = journal;
        this.notices = notices;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * A message that is stored.
     *
     * @param isNew whether it was stored by this call
     */
    public record Sent(Message message, boolean isNew) {}

    /**
     * Stores what somebody wrote, and tells the other side.
     *
     * @param author account of a handler; empty for the reporter
     * @param once   64 characters that are the same when the same message is sent again
     * @throws Problem 422 when there are no words or too many, 409 when the reporter has written too often
     */
    public Sent write(RecordRow record, Optional<String> author, String once, String words) {
        String text = checked(words);
        Message.Sender sender = author.isPresent() ? Message.Sender.HANDLER : Message.Sender.REPORTER;
        var message = new Message(Ids.next(), record.id(), sender, author, text, clock.instant());
        try {
            return database.write(sql -> {
                var table = new MessageTable(sql);
                Optional<Message> before = table.byOnce(record.id(), once);
                if (before.isPresent()) {
                    return new Sent(before.get(), false);
                }
                if (sender == Message.Sender.REPORTER && table.count(record.id(), sender) >= MOST_FROM_REPORTER) {
                    throw full();
                }
                table.insert(message, once);
                journal.append(entry(record, sender));
                tell(record, sender);
                return new Sent(message, true);
            });
        } catch (DatabaseException e) {
            if (!e.isDuplicate()) {
                throw e;
            }
            return new Sent(
                    database.read(sql -> new MessageTable(sql).byOnce(record.id(), once))
                            .orElseThrow(() -> e),
                    false);
        }
    }

    private void tell(RecordRow record, Message.Sender sender) {
        switch (sender) {
            case HANDLER -> letters.answered(record.id());
            case REPORTER -> {
                String party = record.assignee().isPresent() ? "assignee" : "manager-of-unit";
                notices.tell(record, NoticeKind.MESSAGE, List.of(party), "message", Map.of());
            }
        }
    }

    /** The newest first; those before a message when one is named. */
    public List<Message> newest(String record, Optional<String> before, int limit) {
        return database.read(sql -> new MessageTable(sql).newest(record, before, limit));
    }

    private static Journal.Entry entry(RecordRow record, Message.Sender sender) {
        String from = sender.name().toLowerCase(Locale.ROOT);
        return new Journal.Entry("message.sent", record.type(), record.id(), Map.of("from", from));
    }

    private static String checked(String words) {
        String text =
                words.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
        if (text.isEmpty()) {
            throw Problem.invalid(List.of(new FieldProblem("text", new Text("Skriv något.", "Write something."))));
        }
        if (text.length() > LONGEST) {
            throw Problem.invalid(List.of(new FieldProblem(
                    "text",
                    new Text(
                            "Får ha högst " + LONGEST + " tecken; det är " + text.length() + " nu.",
                            "May have at most " + LONGEST + " characters; there are " + text.length() + " now."))));
        }
        return text;
    }

    private static Problem full() {
        return Problem.conflict(new Text(
                        "Det finns redan " + MOST_FROM_REPORTER + " meddelanden från dig om det här.",
                        "There are " + MOST_FROM_REPORTER + " messages from you about this already."))
                .withNext(new Text(
                        "Vänta på svar, eller gör en ny rapport.", "Wait for an answer, or make a new report."));
    }
}
