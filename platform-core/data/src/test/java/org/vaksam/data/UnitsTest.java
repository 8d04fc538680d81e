package org.vaksam.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.vaksam.api.data.Database;
import org.vaksam.api.problem.Problem;
import org.vaksam.spi.data.PersistenceUnits.Unit;
import org.vaksam.spi.lease.Lease;

/** Two revisions of a module and the platform in one transaction, on every database. */
class UnitsTest {

    @Nested
    class OnDerby extends Contract {
        @Override
        Layer open(Path directory) throws Exception {
            return Layer.derby(directory);
        }
    }

    @Nested
    class OnPostgresql extends Contract {
        @Override
        Layer open(Path directory) throws Exception {
            return Layer.postgresql();
        }
    }

    /** A mapping that cannot work. */
    @Entity
    public static class Keyless {}

    abstract static class Contract extends DataTest {
        private static final String PERSISTENCE =
                "<persistence><persistence-unit name=\"fire-safety\">%s</persistence-unit></persistence>";

        private final Lease lease = new Lease();

        private WeavingUnits units;

        @SuppressWarnings("NullAway.Init") // the field is set before each test
        Contract() {}

        @BeforeEach
        void createTables() throws Exception {
            units = new WeavingUnits(FolderBundle.context(), layer.pool, layer.transactions);
            layer.migrations.platform("test", scripts(Map.of("001-t.up.sql", "CREATE TABLE t (k INTEGER);")));
            layer.migrations.up(
                    "fire-safety",
                    scripts(Map.of(
                            "001-alarm.up.sql",
                            "CREATE TABLE alarm (id VARCHAR(36) PRIMARY KEY, words VARCHAR(200));")));
        }

        @Test
        void entitiesAreStoredInTheSchemaOfTheModule() throws Exception {
            try (Unit unit = open(1)) {
                unit.database().write(manager -> persist(manager, "a"));

                assertThat(count("fire_safety.alarm")).isEqualTo(1);
                String words = unit.database()
                        .read(manager -> manager.find(Alarm.class, "a").getWords());
                assertThat(words).isEqualTo("fire");
            }
        }

        @Test
        void twoRevisionsAndThePlatformCommitAsOne() throws Exception {
            try (Unit old = open(1);
                    Unit young = open(2)) {
                layer.transactions.required(() -> {
                    old.database().write(manager -> persist(manager, "a"));
                    young.database().write(manager -> persist(manager, "b"));
                    return layer.database.write(sql -> sql.update("INSERT INTO t VALUES (1)"));
                });
                assertThat(count("fire_safety.alarm")).isEqualTo(2);

                assertThatThrownBy(() -> layer.transactions.required(() -> {
                            change(old.database(), "a", "old");
                            change(young.database(), "b", "young");
                            layer.database.write(sql -> sql.update("INSERT INTO t VALUES (2)"));
                            throw new IllegalStateException("undo");
                        }))
                        .hasMessage("undo");
                assertThat(count("t")).isEqualTo(1);
                assertThat(count("fire_safety.alarm WHERE words = 'fire'")).isEqualTo(2);
            }
        }

        @Test
        void noRevisionKeepsAValueThatAnotherHasChanged() throws Exception {
            try (Unit old = open(1);
                    Unit young = open(2)) {
                old.database().write(manager -> persist(manager, "a"));
                change(young.database(), "a", "changed");

                assertThat(old.database().<String>read(manager -> manager.find(Alarm.class, "a")
                                .getWords()))
                        .isEqualTo("changed");
            }
        }

        @Test
        void aTransactionHoldsTheRevisionToItsEnd() throws Exception {
            try (Unit unit = open(1)) {
                layer.transactions.required(() -> {
                    unit.database().write(manager -> persist(manager, "a"));
                    unit.database()
                            .read(manager -> manager.find(Alarm.class, "a").getId());
                    assertThat(lease.count()).isEqualTo(1);
                    return 0;
                });
                assertThat(lease.count()).isZero();
                unit.database().read(manager -> assertThat(lease.count()).isEqualTo(1));
                assertThat(lease.count()).isZero();
                assertThat(layer.pool.active()).isZero();
            }
        }

        @Test
        void aBundleWithoutUnitIsNoMistake() throws Exception {
            assertThat(units.open(FolderBundle.with(directory, Map.of("x", "y")), lease))
                    .isEmpty();
        }

        @Test
        void aWrongMappingIsFoundWhenTheUnitIsOpened() throws Exception {
            Bundle missing = bundle(1, "<class>org.vaksam.data.Missing</class>");
            assertProblem(missing, "org.vaksam.data.Missing");
            Bundle keyless = bundle(1, "<class>org.vaksam.data.UnitsTest$Keyless</class>");
            assertProblem(keyless, "primary key");

            open(1).close();
        }

        private void assertProblem(Bundle bundle, String words) {
            assertThatThrownBy(() -> units.open(bundle, lease)).isInstanceOfSatisfying(Problem.class, problem -> {
                assertThat(problem.type()).isEqualTo("bad-persistence-unit");
                assertThat(problem.detail().en()).contains(words);
            });
        }

        @Test
        void entitiesOfTheXmlKindAreRefused() throws Exception {
            Bundle bundle = FolderBundle.with(
                    directory,
                    Map.of(
                            PersistenceXml.PATH,
                            "<!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><persistence>&e;</persistence>"));

            assertThatThrownBy(() -> units.open(bundle, lease))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.type()).isEqualTo("bad-persistence-unit"));
        }

        private Unit open(long id) throws Exception {
            return units.open(bundle(id, "<class>org.vaksam.data.Alarm</class>"), lease)
                    .orElseThrow();
        }

        private Bundle bundle(long id, String classes) throws Exception {
            Path folder = directory.resolve("unit" + id);
            java.nio.file.Files.createDirectories(folder.resolve("META-INF"));
            java.nio.file.Files.writeString(folder.resolve(PersistenceXml.PATH), PERSISTENCE.formatted(classes));
            return FolderBundle.of(folder, id);
        }

        private static String persist(EntityManager manager, String id) {
            manager.persist(new Alarm(id, "fire"));
            return id;
        }

        private static void change(Database database, String id, String words) {
            database.write(manager -> {
                Alarm alarm = manager.find(Alarm.class, id);
                alarm.setWords(words);
                return alarm.getId();
            });
        }
    }
}
