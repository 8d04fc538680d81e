package org.vaksam.records.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vaksam.api.data.Ids;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.journal.Journal;

/** Keeps the entries of committed transactions. */
public final class FakeJournal implements Journal {
    private final Transactions transactions;
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    FakeJournal(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String append(Entry entry) {
        transactions.afterCommit(() -> entries.add(entry));
        return Ids.next();
    }

    public List<Entry> entries() {
        return entries;
    }

    public Entry last() {
        return entries.get(entries.size() - 1);
    }

    List<String> actions() {
        return entries.stream().map(Entry::action).toList();
    }
}
