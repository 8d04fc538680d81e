package org.vaksam.journal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaksam.api.data.Ids;
import org.vaksam.journal.SearchFixture;
import org.vaksam.journal.chain.Details;
import org.vaksam.journal.chain.EntryRow;
import org.vaksam.journal.chain.SealedEntry;
import org.vaksam.journal.search.JournalSearch.Page;
import org.vaksam.testkit.TestDatabase;

/** Whatever an auditor asks for is found, all of it, newest first, on both databases. */
class JournalSearchTest {
    private static final int ENTRIES = 1_300;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Optional<String> ANY = Optional.empty();
    private static final Optional<Instant> EVER = Optional.empty();

    @TempDir
    private Path data = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void everyFilterFindsExactlyItsEntries(String kind) throws Exception {
        try (var database = kind.equals("derby") ? TestDatabase.derby(data) : TestDatabase.postgresql();
                var parts = new SearchFixture(database, data)) {
            parts.seal(entries());
            JournalSearch search = parts.search();

            assertThat(all(search, filter(ANY, ANY, ANY, ANY, EVER, EVER, ANY))).hasSize(ENTRIES);
            assertThat(all(search, filter(Optional.of("öBERG"), ANY, ANY, ANY, EVER, EVER, ANY)))
                    .isEqualTo(positions(13));
            assertThat(all(search, filter(Optional.of("account-13"), ANY, ANY, ANY, EVER, EVER, ANY)))
                    .isEqualTo(positions(13));
            assertThat(all(search, filter(ANY, Optional.of("record"), ANY, ANY, EVER, EVER, ANY)))
                    .hasSize(ENTRIES - ENTRIES / 100);
            assertThat(all(search, filter(ANY, Optional.of("rec"), ANY, ANY, EVER, EVER, ANY)))
                    .isEmpty();
            assertThat(all(search, filter(ANY, Optional.of("module.installed"), ANY, ANY, EVER, EVER, ANY)))
                    .isEqualTo(positions(100));
            assertThat(all(search, filter(ANY, ANY, Optional.of("fire.round"), Optional.of("s7"), EVER, EVER, ANY)))
                    .isEmpty();
            assertThat(all(search, filter(ANY, ANY, ANY, Optional.of("s7"), EVER, EVER, ANY)))
                    .hasSize(ENTRIES / 10);
            assertThat(all(search, filter(ANY, ANY, ANY, ANY, EVER, EVER, Optional.of("SKOLGÅRD 650 "))))
                    .containsExactly(650L);
            assertThat(all(search, filter(ANY, ANY, ANY, ANY, EVER, EVER, Optional.of("100%"))))
                    .isEmpty();
            var from = Optional.of(START.plus(300, ChronoUnit.MINUTES));
            var to = Optional.of(START.plus(310, ChronoUnit.MINUTES));
            assertThat(all(search, filter(ANY, ANY, ANY, ANY, from, to, ANY)))
                    .isEqualTo(Stream.iterate(309L, each -> each - 1).limit(10).toList());
        }
    }

    private static List<Long> positions(int every) {
        return Stream.iterate((long) ENTRIES / every * every, each -> each - every)
                .limit(ENTRIES / every)
                .toList();
    }

    /** Page after page until there is no next. */
    private static List<Long> all(JournalSearch search, JournalFilter filter) {
        var positions = new ArrayList<Long>();
        Optional<Long> next = Optional.of(Long.MAX_VALUE);
        while (next.isPresent()) {
            Page page = search.find(filter, next.get(), 70);
            page.entries().stream().map(SealedEntry::position).forEach(positions::add);
            next = page.next();
        }
        return positions;
    }

    private static List<EntryRow> entries() {
        return Stream.iterate(1, each -> each + 1)
                .limit(ENTRIES)
                .map(number -> new EntryRow(
                        Ids.next(),
                        START.plus(number, ChronoUnit.MINUTES),
                        Optional.of("account-" + (number % 13 == 0 ? 13 : 0)),
                        number % 13 == 0 ? "Åsa Öberg" : "Bo Ek",
                        number % 100 == 0 ? "module.installed" : "record.created",
                        "incidents.report",
                        "s" + number % 10,
                        Details.salted("{\"title\":\"Skolgård " + number + " \"}")))
                .toList();
    }

    private static JournalFilter filter(
            Optional<String> person,
            Optional<String> action,
            Optional<String> subjectType,
            Optional<String> subject,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<String> text) {
        return new JournalFilter(person, action, subjectType, subject, from, to, text);
    }
}
