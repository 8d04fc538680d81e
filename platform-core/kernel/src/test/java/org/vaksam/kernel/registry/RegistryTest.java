package org.vaksam.kernel.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vaksam.api.data.Ids;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.ModuleKernel;
import org.vaksam.kernel.registry.RegistryRow.FileName;
import org.vaksam.kernel.registry.RegistryRow.Presence;
import org.vaksam.spi.data.Dialect;
import org.vaksam.spi.kernel.Modules.Operation;
import org.vaksam.spi.kernel.Modules.Step;
import org.vaksam.testkit.TestDatabase;

/** The kernel's tables on both databases. */
class RegistryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:04:05.123456Z");

    private Optional<TestDatabase> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(TestDatabase::close);
    }

    private TestDatabase open(Dialect dialect, Path folder) {
        TestDatabase database =
                switch (dialect) {
                    case DERBY -> TestDatabase.derby(folder);
                    case POSTGRESQL -> TestDatabase.postgresql();
                };
        open = Optional.of(database.migrate("kernel", ModuleKernel.class));
        return database;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void rowsAreReplacedAndForgotten(Dialect dialect, @TempDir Path folder) {
        TestDatabase database = open(dialect, folder);
        var registry = new Registry(database.database());
        RegistryRow first = row("1.0.0", "a", Optional.empty());
        RegistryRow second = row("2.0.0", "b", Optional.of(first.file()));

        registry.save(first);
        registry.save(second);
        assertThat(registry.rows()).isEmpty();
        registry.reload();

        assertThat(registry.rows()).containsExactly(second);
        assertThat(registry.files()).containsExactlyInAnyOrder(first.sha(), second.sha());
        assertThat(new Registry(database.database()).find("alfa")).contains(second);
        registry.delete("alfa");
        registry.reload();
        assertThat(registry.find("alfa")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aRowIsThereOnlyIfItsTransactionIs(Dialect dialect, @TempDir Path folder) {
        TestDatabase database = open(dialect, folder);
        var registry = new Registry(database.database());

        assertThatThrownBy(() -> database.transactions().required(() -> {
                    registry.save(row("1.0.0", "a", Optional.empty()));
                    throw new IllegalStateException("undo");
                }))
                .hasMessage("undo");
        registry.reload();

        assertThat(registry.rows()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theHistoryIsNewestFirst(Dialect dialect, @TempDir Path folder) {
        var history = new History(open(dialect, folder).database());
        Operation alfa = operation("alfa", Optional.empty());
        Operation beta = operation("beta", Optional.of(new Text("Gick inte.", "Did not work.")));
        history.append(alfa);
        history.append(beta);

        assertThat(history.list(Optional.empty(), 10)).containsExactly(beta, alfa);
        assertThat(history.list(Optional.empty(), 1)).containsExactly(beta);
        assertThat(history.list(Optional.of("alfa"), 10)).containsExactly(alfa);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void longExplanationsAreCutAndStepsCompleted(Dialect dialect, @TempDir Path folder) {
        var history = new History(open(dialect, folder).database());
        Operation failed = operation("alfa", Optional.of(Text.same("x".repeat(10_000))));
        history.append(failed);
        Operation longer = new Operation(
                failed.id(),
                failed.kind(),
                failed.module(),
                failed.from(),
                failed.to(),
                failed.actor(),
                failed.at(),
                failed.plan(),
                failed.ok(),
                failed.failure(),
                List.of(failed.steps().get(0), failed.steps().get(0)));
        history.complete(longer);

        Operation read = history.list(Optional.empty(), 1).get(0);
        assertThat(read.failure().orElseThrow().sv()).hasSize(4_000).endsWith("…");
        assertThat(read.steps()).hasSize(2);
    }

    @Test
    void aModuleThatWasUninstalledHasNothingToGoBackTo() {
        RegistryRow kept = row("2.0.0", "b", Optional.of(new FileName("1.0.0", "a".repeat(64))))
                .kept(NOW);

        assertThat(kept.isLive()).isFalse();
        assertThat(kept.previous()).isEmpty();
    }

    private static RegistryRow row(String version, String letter, Optional<FileName> previous) {
        return new RegistryRow("alfa", version, letter.repeat(64), Presence.LIVE, previous, "{\"id\": \"alfa\"}", NOW);
    }

    private static Operation operation(String module, Optional<Text> failure) {
        return new Operation(
                Ids.next(),
                "update",
                module,
                Optional.of("1.0.0"),
                Optional.of("2.0.0"),
                "Åsa Öberg",
                NOW,
                Optional.of("c".repeat(64)),
                failure.isEmpty(),
                failure,
                List.of(new Step("verify", new Text("Kontrollera", "Verify"), Text.same("ok"), 12)));
    }
}
