package org.vaksam.insight.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.security.Scope;
import org.vaksam.insight.testing.FakeTypes;
import org.vaksam.insight.testing.FakeUnits;
import org.vaksam.insight.testing.Row;
import org.vaksam.insight.testing.World;
import org.vaksam.spi.casework.RecordSurroundings.Surroundings;
import org.vaksam.testkit.HandClock;

/** Signals over a real index: what they count is what the caller may see, and what their filters list. */
final class SignalsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final HandClock clock = new HandClock("2025-11-20T12:00:00Z");
    private World world;
    private Signals signals;

    @BeforeEach
    void open(@TempDir Path folder) {
        world = new World(folder);
        signals = world.signals(clock);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void nothingFromNothingAndFromOneRecord() {
        assertThat(all()).isEmpty();
        world.put(Row.number(1).occurredAt("2025-11-20T10:00:00Z"));
        clock.advance(MINUTE);
        assertThat(all()).isEmpty();
    }

    @Test
    void aSignalExplainsItselfAndListsExactlyItsRecords() {
        world.put(withBurst().rows());
        Signal signal = all().stream()
                .filter(each -> List.of("Torget").equals(each.filters().get("place")))
                .findFirst()
                .orElseThrow();
        assertThat(signal.kind()).isEqualTo(Signal.Kind.MORE);
        assertThat(signal.filters()).containsEntry("kind", List.of("threat"));
        assertThat(signal.sentence().sv()).startsWith("Hot i Torget: 6 på 7 dagar, väntat 0,7 (0–");
        assertThat(signal.sentence().en()).startsWith("Threat in Torget: 6 in 7 days, expected 0.7 (0–");
        assertThat(signal.growth()).isPresent();
        assertThat(signal.weeks()).hasSize(26);
        assertListsItsRecords(signal);
    }

    @Test
    void everySignalListsItsRecords() {
        Year year = withBurst();
        for (int i = 0; i < 300; i++) {
            year.add("theft", "Vägen", "city", i % 50).place("Vägen", 56 + i % 17 / 50.0, 12.7 + i % 19 / 50.0);
        }
        for (int i = 0; i < 8; i++) {
            year.add("theft", "Hamnen", "city", i % 2).place("Hamnen", 56.0461, 12.6945);
        }
        world.put(year.rows());
        List<Signal> found = all();
        assertThat(found).extracting(Signal::kind).contains(Signal.Kind.MORE, Signal.Kind.HOTSPOT);
        assertThat(found).allSatisfy(this::assertListsItsRecords);
        assertThat(found).extracting(Signal::key).doesNotHaveDuplicates();
    }

    @Test
    void whoMayNotSeeRestrictedRecordsGetsNoSignalThatCountsThem() {
        Year year = Year.usual();
        for (int age = 0; age < 6; age++) {
            year.add("threat", "Torget", "north", age).secrecy("restricted");
        }
        world.put(year.rows());
        assertThat(all()).isNotEmpty();
        world.access.permissions("incidents:report:read");
        assertThat(all()).isEmpty();
        world.access.permissions("incidents:report:read", "incidents:report:restricted");
        assertThat(all()).isNotEmpty();
        world.access.permissions();
        assertThat(all()).isEmpty();
    }

    @Test
    void signalsOfAUnitAreMadeOfItsRecordsAlone() {
        world.put(withBurst().rows());
        world.access.in(Scope.below(FakeUnits.id("parks")), "incidents:report:read");
        assertThat(all()).isEmpty();
        world.access.in(Scope.below(FakeUnits.id("schools")), "incidents:report:read");
        assertThat(all()).isNotEmpty().allSatisfy(this::assertListsItsRecords);
        assertThat(all().get(0).observed()).isEqualTo(6);
    }

    @Test
    void whatWasMergedIsCountedOnce() {
        Year year = Year.usual();
        for (int age = 0; age < 6; age++) {
            year.add("threat", "Torget", "north", age).mergedInto(Row.id(1));
        }
        world.put(year.rows());
        assertThat(all()).isEmpty();
    }

    @Test
    void filtersNarrowWhatIsLookedAt() {
        world.put(withBurst().rows());
        assertThat(world.signals(signals, "kind=theft")).isEmpty();
        assertThat(world.signals(signals, "place=Torget")).isNotEmpty().allSatisfy(this::assertListsItsRecords);
    }

    @Test
    void daysAreThoseOfSwedenAlsoWhenClocksChange() {
        Year year = Year.usual();
        // 2025-10-26 has 25 hours: from 22:00 to 23:00 the next day in UTC
        for (String time : List.of(
                "2025-10-25T22:00:00Z",
                "2025-10-26T00:30:00Z",
                "2025-10-26T01:30:00Z",
                "2025-10-26T12:00:00Z",
                "2025-10-26T22:59:59Z")) {
            year.add("threat", "Torget", "north", 0).occurredAt(time);
        }
        world.put(year.rows());
        clock.set("2025-10-26T22:59:59Z");
        assertThat(all()).isNotEmpty().allSatisfy(this::assertListsItsRecords);
        assertThat(all().get(0).observed()).isGreaterThanOrEqualTo(5);
        clock.set("2025-10-25T21:59:59Z");
        assertThat(all()).as("nothing of tomorrow").isEmpty();
    }

    @Test
    void aClockThatJumpsShowsWhatIsThenAndNothingOfTheFuture() {
        world.put(withBurst().rows());
        assertThat(all()).isNotEmpty();
        clock.set("2031-01-01T00:00:00Z");
        assertThat(all()).isEmpty();
        clock.set("2024-02-29T12:00:00Z");
        assertThat(all()).isEmpty();
        clock.set("1970-01-01T00:00:00Z");
        assertThat(all()).isEmpty();
        clock.set("2025-11-20T12:00:00Z");
        assertThat(all()).isNotEmpty();
    }

    @Test
    void theSameKeyAsLongAsItIsAboutTheSame() {
        Year year = withBurst();
        world.put(year.rows());
        String key = all().get(0).key();
        world.put(year.add("threat", "Torget", "north", 0));
        clock.advance(MINUTE);
        assertThat(all().get(0).key()).isEqualTo(key);
        assertThat(all().get(0).observed()).isEqualTo(7);
        clock.set("2025-11-21T12:00:00Z");
        assertThat(all().get(0).key()).isEqualTo(key);
    }

    @Test
    void theyHoldForAMinuteWhileRecordsChange() {
        Year year = withBurst();
        world.put(year.rows());
        List<Signal> first = all();
        clock.advance(Duration.ofSeconds(30));
        world.put(year.add("threat", "Torget", "north", 0));
        assertThat(all()).isSameAs(first);
        world.access.permissions("incidents:report:read");
        assertThat(all().get(0).observed()).as("somebody else's").isEqualTo(7);
        world.access.permissions("*");
        assertThat(all()).isSameAs(first);
        clock.advance(Duration.ofSeconds(30));
        assertThat(all().get(0).observed()).isEqualTo(7);
        clock.set("2025-11-20T11:00:00Z");
        world.put(year.add("threat", "Torget", "north", 0));
        assertThat(all().get(0).observed()).as("a clock that went back").isEqualTo(8);
    }

    @Test
    void whatIsOpenForLongAndWhatIsOverdueListTheirRecords() {
        clock.set("2026-04-01T10:00:00Z");
        for (int i = 1; i <= 60; i++) {
            String id = Row.id(i);
            world.steps.move(id, "received", "closed", "closed", "2026-01-%02dT12:00:00Z".formatted(2 + i % 4));
            world.put(Row.number(i).state("closed", "closed"));
        }
        for (int i = 61; i <= 70; i++) {
            world.surroundings.put(
                    Row.id(i), new Surroundings(1, 2, Optional.of(LocalDate.of(2026, 3, 20 + i % 7)), 0, List.of()));
            world.put(Row.number(i));
        }
        assertThat(all()).extracting(Signal::kind).containsExactly(Signal.Kind.AGEING, Signal.Kind.OVERDUE);
        assertThat(all()).allSatisfy(this::assertListsItsRecords);
        assertThat(all()).extracting(Signal::observed).containsExactly(10, 10);
        assertThat(all().get(0).sentence().en())
                .startsWith("Theft: 10 have been open for more than 5 days, which nine of ten closed ones were not.");
        assertThat(all().get(1).sentence().en())
                .isEqualTo("Reports: 10 have actions whose day has passed, the earliest 2026-03-20.");
    }

    private static Year withBurst() {
        Year year = Year.usual();
        for (int age = 0; age < 6; age++) {
            year.add("threat", "Torget", "north", age);
        }
        return year;
    }

    private List<Signal> all() {
        return world.signals(signals);
    }

    private void assertListsItsRecords(Signal signal) {
        assertThat(signal.type()).isEqualTo(FakeTypes.REPORT);
        String[] filters = signal.filters().entrySet().stream()
                .flatMap(filter -> filter.getValue().stream().map(value -> filter.getKey() + "=" + value))
                .toArray(String[]::new);
        assertThat(world.total(filters)).as("%s", signal).isEqualTo(signal.observed());
    }
}
