package org.vaksam.insight.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaksam.insight.testing.Address;
import org.vaksam.insight.testing.FakeUnits;

/** Signals are told once to those who follow. */
final class FollowersTest extends SignalScene {
    @Test
    void followersAreToldOnce() throws Exception {
        look();
        assertThat(told).as("nobody follows").isEmpty();
        resource.follow();
        resource.follow();
        assertThat(list().following()).isTrue();
        look();
        assertThat(told)
                .hasSize(1)
                .first()
                .asString()
                .contains("Threat in Torget")
                .contains("observed=6");
        look();
        watch.close();
        watch = watch();
        look();
        assertThat(told).as("after a restart").hasSize(1);

        resource.unfollow();
        for (int i = 0; i < 9; i++) {
            happens("north", 0);
        }
        look();
        assertThat(told).as("no longer").hasSize(1);
    }

    @Test
    void followersAreToldAgainWhenItIsClearlyWorseAndWhenItWasGone() {
        resource.follow();
        look();
        happens("north", 0);
        look();
        assertThat(told).hasSize(1);
        for (int i = 0; i < 6; i++) {
            happens("north", 0);
        }
        look();
        assertThat(told).as("clearly worse").hasSize(2);
        clock.set("2026-02-20T12:00:00Z");
        look();
        clock.set("2025-11-20T12:00:00Z");
        look();
        assertThat(told).as("gone and back").hasSize(3);
    }

    @Test
    void followersAreToldOfWhatTheyMaySee() {
        resource.follow();
        reasons.clear();
        grant("incidents:report:read", Optional.of(FakeUnits.id("parks")));
        look();
        assertThat(told).isEmpty();
        reasons.clear();
        look();
        assertThat(told).isEmpty();
        grant("incidents:report:read", Optional.of(FakeUnits.id("schools")));
        look();
        assertThat(told).hasSize(1);
    }

    @Test
    void followersAreNotToldOfWhatIsPutAside() {
        resource.follow();
        resource.dismiss(list().items().get(0).key(), Address.of(), body("Känt", "2025-12-01"));
        look();
        assertThat(told).isEmpty();
    }

    @Test
    void aNoticeThatCannotBeWrittenIsToldLater() {
        resource.follow();
        told.add("full");
        look();
        assertThat(told).containsExactly("full");
        told.clear();
        look();
        assertThat(told).hasSize(1);
    }

    private void look() {
        world.settle();
        watch.look();
    }
}
