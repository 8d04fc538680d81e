package org.vaksam.insight.signal.dismiss;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.data.Ids;
import org.vaksam.api.security.Scope;
import org.vaksam.insight.signal.Signal;
import org.vaksam.insight.store.InsightTables;
import org.vaksam.insight.testing.FakeAccess;
import org.vaksam.insight.testing.FakeAccounts;
import org.vaksam.insight.testing.FakeUnits;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.privacy.PersonPlace;
import org.vaksam.spi.privacy.PersonalData.Outcome;
import org.vaksam.testkit.ClassPathBundle;
import org.vaksam.testkit.TestDatabase;

/** Whoever is named in the reason why a signal was put aside is found and taken out of it. */
final class PersonInDismissalsTest {
    private static final String BO = "00000000-0000-7000-8000-00000000000b";
    private static final String READ = "incidents:report:read";
    private static final LocalDate UNTIL = LocalDate.of(2026, 6, 1);
    private static final Person EVA = new Person(Optional.empty(), List.of("Eva Ek"));

    private final FakeAccess access = new FakeAccess();
    private TestDatabase database;
    private DismissalTable table;
    private PersonInDismissals people;

    @BeforeEach
    void open(@TempDir Path folder) {
        database = TestDatabase.derby(folder);
        table = new DismissalTable(new InsightTables(
                database.database(), database.migrations(), ClassPathBundle.contextOf(InsightTables.class)));
        people = new PersonInDismissals(table, access);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theReasonStaysWithoutThePersonAlsoWhenItHasEnded() {
        Dismissal dismissal = add("Eva Ek övar på torget", BO);
        add("Torgmarknad", BO);
        table.end(dismissal.key(), Instant.parse("2026-05-05T10:00:00Z"));

        List<PersonPlace> places = people.find(EVA).places();
        assertThat(places).extracting(PersonPlace::id).containsExactly(dismissal.id());
        PersonPlace place = places.get(0);
        assertThat(people.copy(EVA, place.id())).containsEntry("reason", "Eva Ek övar på torget");
        assertThat(people.erase(EVA, place.id(), "another")).isEqualTo(Outcome.CHANGED);
        assertThat(people.erase(EVA, place.id(), place.version())).isEqualTo(Outcome.ERASED);
        assertThat(people.erase(EVA, place.id(), place.version())).isEqualTo(Outcome.GONE);
        assertThat(table.find(place.id()))
                .hasValueSatisfying(rest -> assertThat(rest.reason()).isEqualTo("[…] övar på torget"));
        assertThat(people.find(EVA).places()).isEmpty();
    }

    @Test
    void anAccountGoesFromWhatItDismissed() {
        Dismissal dismissal = add("Torgmarknad", BO);
        var bo = new Person(Optional.of(BO), List.of());
        PersonPlace place = people.find(bo).places().get(0);
        assertThat(place.found()).containsExactly("dismissedBy");
        assertThat(people.erase(bo, place.id(), place.version())).isEqualTo(Outcome.ERASED);
        assertThat(table.find(dismissal.id()).orElseThrow().by()).isEmpty();
    }

    @Test
    void whoMayNotReadEverythingOfTheTypeSeesTheirOwnOnly() {
        Dismissal others = add("Eva Ek övar", BO);
        Dismissal own = add("Eva Ek övar igen", FakeAccounts.ANNA);
        access.in(Scope.below(FakeUnits.id("north")), READ);
        assertThat(people.find(EVA).places()).extracting(PersonPlace::id).containsExactly(own.id());
        assertThat(people.find(EVA).hidden()).containsExactly(others.id());
        assertThat(people.copy(EVA, others.id())).isEmpty();
        access.permissions(READ);
        assertThat(people.find(EVA).places()).hasSize(2);
    }

    private Dismissal add(String reason, String by) {
        var dismissal = new Dismissal(
                Ids.next(),
                "0123456789abcdef01234567",
                Signal.Kind.MORE,
                "incidents.report",
                reason,
                3,
                Optional.of(by),
                Instant.parse("2026-05-04T10:00:00Z"),
                UNTIL);
        table.insert(dismissal);
        return dismissal;
    }
}
