package org.vaksam.journal;

import java.nio.file.Path;
import java.util.List;
import org.vaksam.journal.chain.EntryRow;
import org.vaksam.journal.search.JournalSearch;
import org.vaksam.journal.search.SearchTables;
import org.vaksam.testkit.TestDatabase;

/** A journal with entries of the test's choice, and the search over it. */
public final class SearchFixture implements AutoCloseable {
    private final JournalFixture parts;
    private final JournalSearch search;

    public SearchFixture(TestDatabase database, Path data) {
        parts = new JournalFixture(database, data);
        search = new JournalSearch(new SearchTables(database.database(), parts.tables), parts.feed);
    }

    /** Stores and seals them in this order. */
    public void seal(List<EntryRow> entries) throws InterruptedException {
        parts.tables.insert(entries);
        parts.sealer.committed(entries);
        parts.settle();
    }

    public JournalSearch search() {
        return search;
    }

    @Override
    public void close() throws InterruptedException {
        parts.close();
    }
}
