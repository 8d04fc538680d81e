package org.vaksam.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.vaksam.api.journal.Journal.Entry;
import org.vaksam.journal.chain.Verification;
import org.vaksam.testkit.ClassPathBundle;
import org.vaksam.testkit.TestDatabase;

/** The parts of the journal, put together as at run time. */
final class JournalFixture implements AutoCloseable {
    final JournalTables tables;
    final CurrentActor actor = new CurrentActor();
    final Sealer sealer;
    final SealedFeed feed;
    final TransactionalJournal journal;
    final HeadSigner signer;
    final JournalVerifier verifier;
    final JournalExport export;

    JournalFixture(TestDatabase database, Path data) {
        tables = new JournalTables(
                ClassPathBundle.contextOf(JournalTables.class), database.database(), database.migrations());
        sealer = new Sealer(tables);
        feed = new SealedFeed(tables, sealer);
        journal = new TransactionalJournal(tables, database.transactions(), actor, sealer);
        signer = new HeadSigner(data, database.database(), sealer);
        verifier = new JournalVerifier(tables, signer);
        export = new JournalExport(tables, signer, verifier, journal);
    }

    String append(String subject) {
        return journal.append(entry(subject));
    }

    void settle() throws InterruptedException {
        assertThat(feed.awaitSealed(Duration.ofSeconds(20))).isTrue();
    }

    Verification verify() {
        return verifier.verify(position -> {});
    }

    static Entry entry(String subject) {
        return new Entry("record.created", "incidents.report", subject, Map.of("number", "INC-1"));
    }

    @Override
    public void close() throws InterruptedException {
        signer.stop();
        sealer.stop();
    }
}
