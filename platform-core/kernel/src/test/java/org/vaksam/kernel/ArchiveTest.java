package org.vaksam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.Archives.Archive;
import org.vaksam.spi.kernel.Modules.DataMode;
import org.vaksam.spi.kernel.Modules.Operation;
import org.vaksam.spi.kernel.Modules.Plan;
import org.vaksam.spi.kernel.Modules.State;
import org.vaksam.spi.kernel.Modules.Step;
import org.vaksam.testkit.SampleJar;

/** A module with its data leaves in one file and comes back out of it. */
class ArchiveTest extends PlatformTest {
    @AfterEach
    void deleteArchives() {
        archives().forEach(archive -> platform.kernel().archives.delete(archive.name()));
        platform.contribution.notes.clear();
    }

    @Test
    void whatWasExportedComesBack() {
        platform.install(withRows());
        platform.database.database().write(sql -> sql.update("INSERT INTO alfa.things VALUES (7)"));
        platform.contribution.notes.add(Map.of("note", "Åska"));

        Operation gone = platform.kernel().operations.uninstall("alfa", DataMode.EXPORT);
        assertThat(gone.ok()).isTrue();
        assertThat(platform.installed("alfa")).isEmpty();
        assertThat(platform.database.migrations().applied("alfa")).isEmpty();
        assertThat(archives()).singleElement().satisfies(archive -> assertThat(detail(gone, "archive"))
                .isEqualTo("archives/" + archive.name()));
        platform.contribution.notes.clear();

        Plan plan = platform.kernel().operations.plan(only());
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.archive().orElseThrow().counts()).containsEntry("tables/alfa.things", 2L);
        assertThat(platform.contribution.notes).isEmpty();
        Operation back = platform.kernel().operations.apply(plan.hash(), false);
        assertThat(back.ok()).isTrue();
        assertThat(back.steps()).extracting(Step::id).contains("restore");
        assertThat(rows("alfa.things")).isEqualTo(2);
        assertThat(platform.contribution.notes).isEqualTo(List.of(Map.of("note", "Åska")));
        assertThat(platform.installed("alfa").orElseThrow().state()).isEqualTo(State.LIVE);
    }

    @Test
    void itDoesNotMixWithWhatIsHere() {
        platform.install(withRows());
        platform.kernel().operations.uninstall("alfa", DataMode.EXPORT);
        Path archive = only();
        Plan before = platform.kernel().operations.plan(archive);
        platform.kernel().operations.apply(before.hash(), false);

        assertThat(platform.kernel().operations.plan(archive).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.en()).contains("cannot be mixed"));
        assertThatThrownBy(() -> platform.kernel().operations.apply(before.hash(), false))
                .isInstanceOf(Problem.class);
        platform.kernel().operations.uninstall("alfa", DataMode.KEEP);
        assertThat(platform.kernel().operations.plan(archive).possible()).isFalse();
    }

    @Test
    void anExportThatFailsLeavesModuleAndDataAndNoArchive() {
        platform.install(withRows());
        platform.contribution.failing = true;

        Operation outcome = platform.kernel().operations.uninstall("alfa", DataMode.EXPORT);
        platform.contribution.failing = false;

        assertThat(outcome.ok()).isFalse();
        assertThat(archives()).isEmpty();
        assertThat(rows("alfa.things")).isEqualTo(1);
        assertThat(platform.installed("alfa").orElseThrow().state()).isEqualTo(State.LIVE);
    }

    @Test
    void theTablesOfAVersionThatWasRolledBackAreNotThoseOfTheModuleFile() {
        platform.install(withRows());
        platform.install(SampleJar.module("alfa", "1.1.0")
                .script("001-base", TABLE, "DROP TABLE things")
                .script("002-more", "CREATE TABLE more (id INTEGER)", "DROP TABLE more"));
        platform.kernel().operations.rollback("alfa", Optional.empty());

        Operation outcome = platform.kernel().operations.uninstall("alfa", DataMode.EXPORT);

        assertThat(outcome.failure().orElseThrow().en()).contains("002-more").contains("Update to it first");
        assertThat(rows("alfa.things")).isEqualTo(1);
    }

    @Test
    void aDamagedArchiveIsRefusedWithTheNameOfTheEntry() throws IOException {
        platform.install(withRows());
        platform.kernel().operations.uninstall("alfa", DataMode.EXPORT);
        Path damaged = Files.copy(only(), folder.resolve("damaged.zip"));
        try (var zip = FileSystems.newFileSystem(damaged)) {
            Files.writeString(zip.getPath("tables/alfa.things.jsonl"), "{\"id\":666}\n");
        }

        Plan plan = platform.kernel().operations.plan(damaged);

        assertThat(plan.possible()).isFalse();
        assertThat(plan.problems())
                .extracting(Text::en)
                .singleElement()
                .asString()
                .contains("damaged (tables/alfa.things.jsonl)");
    }

    @Test
    void anArchiveIsFoundByItsNameOnly() {
        platform.install(withRows());
        platform.kernel().operations.uninstall("alfa", DataMode.EXPORT);

        assertThat(platform.kernel().archives.find("../modules")).isEmpty();
        assertThat(platform.kernel().archives.find("alfa.zip")).isEmpty();
        assertThat(platform.kernel().archives.delete(archives().get(0).name())).isTrue();
        assertThat(archives()).isEmpty();
    }

    private static final String TABLE = "CREATE TABLE things (id INTEGER);\nINSERT INTO things VALUES (1)";

    private static SampleJar withRows() {
        return SampleJar.module("alfa", "1.0.0").script("001-base", TABLE, "DROP TABLE things");
    }

    private static List<Archive> archives() {
        return platform.kernel().archives.list();
    }

    private static Path only() {
        return platform.kernel().archives.find(archives().get(0).name()).orElseThrow();
    }

    private static long rows(String table) {
        return platform.database.database().read(sql -> sql.number("SELECT COUNT(*) FROM " + table));
    }

    private static String detail(Operation outcome, String step) {
        return outcome.steps().stream()
                .filter(each -> each.id().equals(step))
                .map(each -> each.detail().en())
                .findFirst()
                .orElseThrow();
    }
}
