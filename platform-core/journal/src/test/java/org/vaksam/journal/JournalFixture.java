package org.vaksam.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.vaksam.api.journal.Journal.Entry;
import org.vaksam.testkit.ClassPathBundle;
import org.vaksam.testkit.TestDatabase;

/** The parts of the journal, put together as at run time. */
final class JournalFixture implements AutoCloseable {
    final JournalTables tables;
    final CurrentActor actor = new CurrentActor();
    final Sealer sealer;
    final SealedFeed feed;
    final TransactionalJournal journal;
    final ChainVerifier verifier;

    JournalFixture(TestDatabase database) {
        tables = new JournalTables(
                ClassPathBundle.contextOf(JournalTables.class), database.database(), database.migrations());
        sealer = new Sealer(tables);
        feed = new SealedFeed(tables, sealer);
        journal = new TransactionalJournal(tables, database.transactions(), actor, sealer);
        verifier = new ChainVerifier(tables);
    }

    String append(String subject) {
        return journal.append(entry(subject));
    }

    void settle() throws InterruptedException {
        assertThat(feed.awaitSealed(Duration.ofSeconds(20))).isTrue();
    }

    static Entry entry(String subject) {
        return new Entry("record.created", "incidents.report", subject, Map.of("number", "INC-1"));
    }

    @Override
    public void close() throws InterruptedException {
        sealer.stop();
    }
}
