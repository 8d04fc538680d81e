package org.vaksam.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaksam.journal.chain.Details;
import org.vaksam.journal.chain.EntryRow;

/** What was committed together is sealed together: one seal transaction, not one for the first entry and one for the rest. */
final class SealQueueTest {
    private final SealQueue queue = new SealQueue();

    @Test
    void theEntriesOfOneCommitAreTakenTogether() throws Exception {
        queue.add(List.of(entry("1"), entry("2"), entry("3")));
        queue.add(List.of(entry("4")));
        assertThat(queue.take(10)).extracting(EntryRow::id).containsExactly("1", "2", "3", "4");
    }

    @Test
    void waitingIsForAllOfThem() throws Exception {
        queue.recovered();
        queue.add(List.of(entry("1"), entry("2")));
        assertThat(queue.take(1)).hasSize(1);
        queue.done(1);
        assertThat(queue.await(Duration.ofMillis(20))).isFalse();
        assertThat(queue.take(1)).hasSize(1);
        queue.done(1);
        assertThat(queue.await(Duration.ofMillis(20))).isTrue();
    }

    private static EntryRow entry(String id) {
        return new EntryRow(id, Instant.EPOCH, Optional.empty(), "", "record.created", "a.b", id, Details.plain("{}"));
    }
}
