package org.vaksam.journal;

import java.util.Map;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.journal.Journal;
import org.vaksam.journal.chain.EntryRow;
import org.vaksam.spi.journal.JournalErasure;

/** Erases what entries say and appends the entry that says so, together. */
@Component(service = JournalErasure.class)
public final class ErasingJournal implements JournalErasure {
    private final JournalTables tables;
    private final Journal journal;
    private final Transactions transactions;

    @Activate
    public ErasingJournal(
            @Reference JournalTables tables, @Reference Journal journal, @Reference Transactions transactions) {
        this.tables = tables;
        this.journal = journal;
        this.transactions = transactions;
    }

    @Override
    public int erase(String subjectType, String subject, Predicate<String> content) {
        return transactions.required(() -> {
            int erased = tables.erase(subjectType, subject, content);
            journal.append(new Journal.Entry(EntryRow.ERASED, subjectType, subject, Map.of("entries", erased)));
            return erased;
        });
    }
}
