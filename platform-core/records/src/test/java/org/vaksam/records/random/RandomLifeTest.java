package org.vaksam.records.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.engine.Engine;
import org.vaksam.records.engine.FakeAccess;
import org.vaksam.records.value.Json;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.testkit.TestDatabase;

/**
 * Definitions and commands that nobody has thought of. Whatever is asked of it, the engine answers with the record or with a
 * refusal: it reaches no state that is not defined, loses no field, and its journal tells how the record came to be what it is.
 * A failure names the number from which everything follows.
 */
class RandomLifeTest {
    private static final int DEFINITIONS = 12;
    private static final int COMMANDS = 60;

    @Test
    void nothingIsLostWhateverIsAsked(@TempDir Path directory) throws IOException {
        long seed = Long.getLong("vaksam.seed", new Random().nextLong());
        try (var engine = new Engine(TestDatabase.derby(directory))) {
            engine.publishAssets();
            engine.access.be(FakeAccess.ANNA, "*");
            engine.responsibles.have("incidents:handler", FakeAccess.ANNA, "00000000-0000-7000-8000-00000000000b");
            engine.responsibles.manage(FakeAccess.ANNA);
            for (int i = 0; i < DEFINITIONS; i++) {
                new Run(engine, directory, seed + i).run("k" + i);
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("With -Dvaksam.seed=" + seed, e);
        }
    }

    /** One definition and what is done with its records. */
    private static final class Run {
        private final Engine engine;
        private final Path folder;
        private final Chance chance;
        private final RandomFields make;
        private final Map<String, RecordRow> rows = new LinkedHashMap<>();
        private final Map<String, RecordRow> created = new LinkedHashMap<>();

        Run(Engine engine, Path directory, long seed) throws IOException {
            this.engine = engine;
            this.folder = Files.createDirectories(directory.resolve("definitions"));
            this.chance = new Chance(new Random(seed));
            var asset = engine.assets.change.create(new LinkedHashMap<>(Map.of("type", "site", "name", "En plats")));
            this.make = new RandomFields(chance, engine, asset.id());
        }

        void run(String kind) throws IOException {
            RandomDefinition random = RandomDefinition.of(kind, chance, make);
            Files.writeString(folder.resolve("random.json"), random.json());
            engine.publish(folder);
            KindDefinition definition =
                    engine.definitions.open("incidents.report", kind).orElseThrow();
            for (int i = 0; i < COMMANDS; i++) {
                command(random);
                assertThat(rows.values()).allSatisfy(row -> sound(row, definition));
            }
            rows.values().forEach(this::tellStory);
        }

        private void command(RandomDefinition random) {
            if (rows.isEmpty() || chance.percent(15)) {
                attempt(Optional.empty(), () -> create(random));
                return;
            }
            RecordRow row = chance.of(List.copyOf(rows.values()));
            int which = chance.between(0, 99);
            if (which < 40) {
                Map<String, @Nullable Object> members = members(random);
                attempt(Optional.of(row), () -> patch(row, members, chance.percent(10) ? 1 : 0));
            } else if (which < 80) {
                Map<String, @Nullable Object> members = chance.percent(30) ? members(random) : new LinkedHashMap<>();
                if (chance.percent(70)) {
                    members.put("reason", "Därför");
                }
                String transition = chance.percent(5) ? "nowhere" : chance.of(random.transitions());
                attempt(Optional.of(row), () -> move(row, transition, members));
            } else if (which < 90) {
                pair(row, random);
            } else {
                delete(row, chance.percent(50) ? 1 : 0);
            }
        }

        private RecordRow create(RandomDefinition random) {
            Map<String, @Nullable Object> members = members(random);
            members.put("kind", random.kind());
            members.putIfAbsent("title", "Ny");
            RecordRow row = engine.create(members);
            created.put(row.id(), row);
            return row;
        }

        private RecordRow patch(RecordRow row, Map<String, @Nullable Object> members, int behind) {
            return engine.change.patch(engine.type(), row.id(), version -> version == row.version() - behind, members);
        }

        private RecordRow move(RecordRow row, String transition, Map<String, @Nullable Object> members) {
            return engine.change.transition(engine.type(), row.id(), Optional.empty(), transition, members);
        }

        /** What is refused changes nothing; what is answered is stored, one version later. */
        private void attempt(Optional<RecordRow> before, Supplier<RecordRow> command) {
            try {
                RecordRow after = command.get();
                before.ifPresent(row -> assertThat(after.version()).isBetween(row.version(), row.version() + 1));
                rows.put(after.id(), after);
            } catch (Problem refused) {
                assertThat(refused.status()).isIn(404, 409, 412, 422);
            }
        }

        /** Two at once who have seen the same version: one of them at most is heard. */
        private void pair(RecordRow row, RandomDefinition random) {
            List<Map<String, @Nullable Object>> both = List.of(members(random), members(random));
            var answers = new ArrayList<CompletableFuture<Integer>>();
            for (Map<String, @Nullable Object> members : both) {
                answers.add(CompletableFuture.supplyAsync(() -> heard(row, members)));
            }
            int heard = answers.stream().mapToInt(CompletableFuture::join).sum();
            RecordRow after = engine.store.byId(row.id()).orElseThrow();
            assertThat(heard).isLessThanOrEqualTo(1);
            assertThat(after.version()).isEqualTo(row.version() + heard);
            rows.put(row.id(), after);
        }

        private int heard(RecordRow row, Map<String, @Nullable Object> members) {
            try {
                return patch(row, members, 0).version() - row.version();
            } catch (Problem refused) {
                assertThat(refused.status()).isIn(412, 422);
                return 0;
            }
        }

        private void delete(RecordRow row, int behind) {
            try {
                engine.change.delete(engine.type(), row.id(), version -> version == row.version() - behind);
                rows.remove(row.id());
                assertThat(engine.store.byId(row.id())).isEmpty();
            } catch (Problem refused) {
                assertThat(refused.status()).isEqualTo(412);
            }
        }

        private Map<String, @Nullable Object> members(RandomDefinition random) {
            var members = new LinkedHashMap<String, @Nullable Object>();
            if (chance.percent(40)) {
                members.put("title", chance.percent(90) ? "Rubrik " + chance.between(1, 99) : "");
            }
            if (chance.percent(30)) {
                members.put("severity", chance.percent(90) ? chance.between(0, 4) : 9);
            }
            if (chance.percent(20)) {
                members.put("unit", chance.of(List.of("SCHOOL", "PARK")));
            }
            if (chance.percent(10)) {
                members.put("assignee", chance.percent(80) ? "me" : null);
            }
            var fields = new LinkedHashMap<String, @Nullable Object>();
            random.fields().stream()
                    .filter(field -> chance.percent(50))
                    .forEach(field -> fields.put(String.valueOf(field.get("id")), make.value(field)));
            members.put("fields", fields);
            return members;
        }

        private void sound(RecordRow row, KindDefinition definition) {
            RecordRow stored = engine.store.byId(row.id()).orElseThrow();
            assertThat(stored)
                    .usingRecursiveComparison()
                    .ignoringFields("fields")
                    .isEqualTo(row);
            assertThat(Json.write(new TreeMap<>(stored.fields()))).isEqualTo(Json.write(new TreeMap<>(row.fields())));
            assertThat(definition.state(row.state()))
                    .hasValueSatisfying(state -> assertThat(state.phase()).isEqualTo(row.phase()));
            assertThat(definition.fields())
                    .filteredOn(field -> field.required() && field.showIf().isEmpty())
                    .allSatisfy(field -> assertThat(row.fields()).containsKey(field.id()));
        }

        private void tellStory(RecordRow row) {
            RecordRow first = created.get(row.id());
            var story = new Story(first == null ? row : first);
            engine.journal.entries().stream()
                    .filter(entry -> entry.subject().equals(row.id()))
                    .forEach(story::tell);
            story.endsAs(row);
        }
    }
}
