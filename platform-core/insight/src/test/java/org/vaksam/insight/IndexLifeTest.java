package org.vaksam.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vaksam.insight.index.IndexStatus;
import org.vaksam.insight.rest.IndexFigures;
import org.vaksam.insight.testing.FakeTypes;
import org.vaksam.insight.testing.FakeUnits;
import org.vaksam.insight.testing.Row;
import org.vaksam.testkit.Waiting;

/** The index is disposable: whatever happens to it, it comes back by itself and misses nothing. */
final class IndexLifeTest extends IndexScene {
    @Test
    void whatWasWrittenIsRead() {
        for (int number = 10; number < 60; number++) {
            world.put(Row.number(number));
            assertThat(world.list()).contains(Row.id(number));
            world.delete(Row.id(number));
            assertThat(world.list()).doesNotContain(Row.id(number));
        }
    }

    @Test
    void aChangeIsSeen() {
        world.put(Row.number(2).title("Annat").kind("threat"));
        assertThat(world.find("två")).isEmpty();
        assertThat(world.list("kind=threat")).containsExactly(Row.id(2));
        assertThat(world.total()).isEqualTo(3);
    }

    @Test
    void aRestartGoesOnWhereItWas() {
        assertThat(world.total()).isEqualTo(3);
        world.stop();
        int pages = world.records.pagesRead();
        world.put(Row.number(4));
        world.delete(Row.id(1));
        world.start();
        assertThat(world.list()).containsExactlyInAnyOrder(Row.id(2), Row.id(3), Row.id(4));
        assertThat(world.records.pagesRead()).isEqualTo(pages);
    }

    @Test
    void aFieldThatBecameADimensionIsTakenInAnew() {
        world.types.weaponIsFacet(false);
        world.journal.append("module.installed", "module", "incidents");
        world.put(Row.number(4).kind("threat").field("weapon", true));
        world.total();
        world.stop();
        world.types.weaponIsFacet(true);
        world.start();
        awaitBuilt();
        assertThat(world.list("fields.weapon=true")).containsExactly(Row.id(4));
    }

    @Test
    void aRebuildOnDemandKeepsAnswering() {
        world.index().rebuild();
        while (world.index().status().building()) {
            assertThat(world.total()).isEqualTo(3);
        }
        assertThat(world.total()).isEqualTo(3);
    }

    @Test
    void aPurgedTypeIsGone() {
        world.put(Row.number(9).type(FakeTypes.ROUND).kind("quarterly"));
        assertThat(world.total()).isEqualTo(4);
        world.records.remove(Row.id(9));
        world.journal.append("record.purged", FakeTypes.ROUND, FakeTypes.ROUND);
        assertThat(world.total()).isEqualTo(3);
    }

    @Test
    void aMovedUnitTakesItsRecordsAlong() {
        world.put(
                Row.number(4).unit("north"),
                Row.number(5).unit("schools"),
                Row.number(6).unit("parks"));
        assertThat(world.list("unit=schools")).containsExactlyInAnyOrder(Row.id(4), Row.id(5));
        world.units.move("north", "parks");
        world.journal.append("unit.changed", "unit", FakeUnits.id("north"));
        assertThat(world.list("unit=parks")).containsExactlyInAnyOrder(Row.id(4), Row.id(6));
        assertThat(world.list("unit=schools")).containsExactly(Row.id(5));
    }

    @Test
    void recordsThatVanishedWithoutAWordAreNoticedAfterAModuleChange() {
        assertThat(world.total()).isEqualTo(3);
        world.records.remove(Row.id(2));
        world.journal.append("module.uninstalled", "module", "incidents");
        awaitTotal(2);
    }

    @Test
    void theStatusSaysHowItIs() {
        assertThat(world.total()).isEqualTo(3);
        IndexStatus status = world.index().status();
        assertThat(status.position()).isEqualTo(3).isEqualTo(status.head());
        assertThat(status.documents()).isEqualTo(3);
        assertThat(status.answers()).isTrue();
        assertThat(status.lagMillis()).isZero();
        assertThat(status.lagP99()).isLessThan(5_000);
        assertThat(world.insight().status()).containsKeys("position", "head", "documents", "state", "lagMillis");
    }

    @Test
    void howMuchThereIsIsToldToThoseWhoMayReadTheJournal() {
        assertThat(world.total()).isEqualTo(3);
        world.access.permissions("incidents:report:read");
        assertThat(world.insight().status()).containsOnlyKeys("state", "lagMillis", "lagP99Millis");
        world.access.permissions("platform:journal:read");
        assertThat(world.insight().status()).containsEntry("documents", 3);
    }

    @Test
    void itSaysWhenItHasEverything() throws Exception {
        world.put(Row.number(4));
        assertThat(world.index().hasAll(Duration.ofMinutes(1))).isTrue();
        assertThat(world.index().status().documents()).isEqualTo(4);
        world.stop();
        world.put(Row.number(5));
        assertThat(world.index().hasAll(Duration.ofMillis(20))).isFalse();
        world.start();
    }

    @Test
    void theFiguresSayHowFarItIs() {
        assertThat(world.total()).isEqualTo(3);
        assertThat(new IndexFigures(world.index()).now())
                .containsEntry("index_position", 3.0)
                .containsEntry("index_documents", 3.0)
                .containsEntry("index_lag_entries", 0.0)
                .containsKey("index_lag_p99_seconds");
    }

    @Test
    void allPagesOfARebuildAreTakenInOnce() {
        for (int number = 10; number < 5_200; number++) {
            world.records.put(Row.number(number).title("Rad").build());
        }
        world.index().rebuild();
        awaitTotal(5_193);
        assertThat(world.total("kind=theft")).isEqualTo(5_193);
    }

    private void awaitTotal(long total) {
        Waiting.until(() -> world.total() == total, total + " records");
    }
}
