package org.vaksam.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.health.Health;
import org.vaksam.spi.lease.Lease;
import org.vaksam.testkit.ClassPathBundle;
import org.vaksam.testkit.TestDatabase;

/** The table as it is migrated and mapped, on both databases. */
class StoredPoliceTypesTest {
    @Test
    void onDerby(@TempDir Path folder) {
        try (var database = TestDatabase.derby(folder)) {
            keepsTypes(database);
        }
    }

    @Test
    void onPostgreSql() {
        try (var database = TestDatabase.postgresql()) {
            keepsTypes(database);
        }
    }

    private static void keepsTypes(TestDatabase database) {
        var bundle = ClassPathBundle.of(PoliceType.class);
        database.transactions().required(() -> database.migrations().up("incidents", bundle));
        try (var unit = database.units().open(bundle, new Lease()).orElseThrow()) {
            var types = new StoredPoliceTypes(unit.database());
            assertThat(types.all()).hasSizeGreaterThan(90).allSatisfy(type -> assertThat(Kinds.ALL)
                    .contains(type.kind()));
            assertThat(types.assign("Mord/dråp", "other"))
                    .contains(new PoliceTypes.Mapping("Mord/dråp", "other", Optional.empty()));
            assertThat(types.assign("Okänd sort", "fire")).isEmpty();

            Instant before = Instant.now();
            types.seen("Brand");
            types.seen("Ny sort");
            assertThat(types.all())
                    .filteredOn(type -> type.firstSeen().isPresent())
                    .allSatisfy(type -> assertThat(
                                    Duration.between(before, type.firstSeen().orElseThrow()))
                            .isLessThan(Duration.ofMinutes(1))
                            .isGreaterThan(Duration.ofSeconds(-1)))
                    .extracting(PoliceTypes.Mapping::kind)
                    .containsExactly("fire", "other");
            assertThat(new IncidentsHealth(types).check().status()).isEqualTo(Health.Status.OK);
        }
        assertThat(database.transactions().required(() -> database.migrations().down("incidents")))
                .isNotEmpty();
    }
}
