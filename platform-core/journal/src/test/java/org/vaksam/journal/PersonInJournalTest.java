package org.vaksam.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.journal.Journal.Entry;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.journal.person.PersonInJournal;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData;
import org.vaksam.spi.privacy.PersonalData.Outcome;
import org.vaksam.testkit.TestDatabase;

/** What the journal says of a person is found and goes; that it happened stays, and the chain holds. */
class PersonInJournalTest {
    private static final Person ASA = new Person(Optional.empty(), List.of("Åsa Öberg"));

    private TestDatabase database;
    private JournalFixture parts;
    private PersonInJournal source;
    private Set<String> permissions = Set.of("platform:journal:read");

    @BeforeEach
    void entriesOfTwoRecords(@TempDir Path directory) throws Exception {
        database = TestDatabase.derby(directory);
        parts = new JournalFixture(database, directory);
        source = new PersonInJournal(
                database.database(),
                parts.tables,
                new ErasingJournal(parts.tables, parts.journal, database.transactions()),
                access());
        write("r1", "Cykel för Åsa Öberg");
        write("r1", "Cykel");
        write("r2", "Åsa Öbergsson");
        parts.settle();
    }

    @AfterEach
    void stop() throws Exception {
        parts.close();
        database.close();
    }

    @Test
    void isFoundBySubjectAndErasedEntryByEntry() throws Exception {
        List<PersonPlace> places = source.find(ASA).places();
        assertThat(places)
                .extracting(PersonPlace::id, place -> place.about().orElseThrow(), PersonPlace::title)
                .containsExactly(tuple("incidents.report/r1", "r1", "1"));
        assertThat(source.copy(ASA, "incidents.report/r1").toString()).contains("Cykel för Åsa");

        PersonPlace place = places.get(0);
        assertThat(source.erase(ASA, place.id(), place.version())).isEqualTo(Outcome.ERASED);
        assertThat(source.erase(ASA, place.id(), place.version())).isEqualTo(Outcome.GONE);
        parts.settle();

        assertThat(source.find(ASA).places()).isEmpty();
        long cycles =
                database.database().read(sql -> sql.number("SELECT COUNT(*) FROM journal WHERE data LIKE '%Cykel%'"));
        assertThat(cycles).isEqualTo(1);
        assertThat(parts.verify().findings()).isEmpty();
    }

    @Test
    void whoMayNotReadTheJournalIsToldThatThereIsSomething() {
        permissions = Set.of("platform:persons:read");

        assertThat(source.find(ASA).places()).isEmpty();
        assertThat(source.find(ASA).hidden()).containsExactly("incidents.report/r1");
        assertThat(source.copy(ASA, "incidents.report/r1")).isEmpty();
    }

    @Test
    void ofVeryManyTheFirstAreNamedWithAllTheirEntries() throws Exception {
        IntStream.rangeClosed(1, PersonalData.MOST).forEach(n -> write("many-" + n, "Åsa Öberg"));
        write("r1", "Igen Åsa Öberg");
        parts.settle();

        PersonalData.Found found = source.find(ASA);

        assertThat(found.more()).isTrue();
        assertThat(found.places()).hasSize(PersonalData.MOST);
        assertThat(found.places().get(0))
                .extracting(PersonPlace::id, PersonPlace::title)
                .containsExactly("incidents.report/r1", "2");
    }

    private void write(String subject, String title) {
        parts.journal.append(new Entry("record.changed", "incidents.report", subject, Map.of("title", title)));
    }

    private Access access() {
        return new Access() {
            @Override
            public Caller caller() {
                return new Caller(Caller.Kind.SESSION, Optional.of("a"), "Anna", permissions, Locale.ENGLISH);
            }

            @Override
            public Caller require(String permission) {
                return caller();
            }
        };
    }
}
