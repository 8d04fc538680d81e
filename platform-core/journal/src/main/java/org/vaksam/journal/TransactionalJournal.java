package org.vaksam.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.journal.chain.Details;
import org.vaksam.journal.chain.EntryRow;

/** Appends in the thread's transaction and hands the entry to the sealer when that has committed. */
@Component(service = Journal.class)
public final class TransactionalJournal implements Journal {
    private static final int MAX_DATA = 32_000;
    private static final int MAX_ACTOR = 36;
    private static final int MAX_NAME = 200;
    private static final int MAX_VERB = 100;
    private static final int MAX_SUBJECT = 200;

    private final JournalTables tables;
    private final Transactions transactions;
    private final CurrentActor actor;
    private final Sealer sealer;
    private final JsonText json = new JsonText();

    @Activate
    public TransactionalJournal(
            @Reference JournalTables tables,
            @Reference Transactions transactions,
            @Reference CurrentActor actor,
            @Reference Sealer sealer) {
        this.tables = tables;
        this.transactions = transactions;
        this.actor = actor;
        this.sealer = sealer;
    }

    @Override
    public String append(Entry entry) {
        return appendAll(List.of(entry)).get(0);
    }

    @Override
    public List<String> appendAll(List<Entry> entries) {
        List<EntryRow> rows = entries.stream().map(this::row).toList();
        return transactions.required(() -> {
            tables.insert(rows);
            transactions.afterCommit(() -> sealer.committed(rows));
            return rows.stream().map(EntryRow::id).toList();
        });
    }

    private EntryRow row(Entry entry) {
        Caller caller = actor.get();
        return new EntryRow(
                Ids.next(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                caller.account().map(account -> atMost(account, MAX_ACTOR, "actor")),
                caller.name().substring(0, Math.min(MAX_NAME, caller.name().length())),
                atMost(entry.action(), MAX_VERB, "action"),
                atMost(entry.subjectType(), MAX_VERB, "subjectType"),
                atMost(entry.subject(), MAX_SUBJECT, "subject"),
                Details.salted(atMost(json.write(entry.data()), MAX_DATA, "data")));
    }

    private static String atMost(String value, int limit, String field) {
        if (value.length() > limit) {
            throw Problem.of(
                            "too-much-to-journal",
                            422,
                            new Text("För mycket för journalen", "Too much for the journal"),
                            new Text(
                                    "Ändringen är för stor för att journalföras i ett stycke: " + value.length()
                                            + " tecken, högst " + limit + ". Inget har sparats.",
                                    "The change is too large to be journalled in one piece: " + value.length()
                                            + " characters, at most " + limit + ". Nothing was stored."))
                    .with("field", field)
                    .withNext(new Text("Gör ändringen i mindre delar.", "Make the change in smaller parts."));
        }
        return value;
    }
}
