package org.vaksam.operations.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.operations.ObedientModules;

class HotFolderTest {
    private final ObedientModules modules = new ObedientModules();
    private final Path folder;
    private final Arrivals arrivals;

    HotFolderTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.arrivals = new Arrivals(folder, new Installation(modules, folder));
    }

    @Test
    void aCompleteFileIsInstalledAtTheSecondLook() throws IOException {
        Path file = jar("incidents-1.0.0.jar");

        assertThat(arrivals.look()).isTrue();
        assertThat(modules.asked).isEmpty();
        assertThat(arrivals.look()).isFalse();

        assertThat(modules.asked).containsExactly("plan incidents-1.0.0.jar", "apply hash");
        assertThat(file).doesNotExist();
        assertThat(folder.resolve("installed/incidents-1.0.0.jar")).exists();
        assertThat(folder.resolve("installed/incidents-1.0.0.jar.txt"))
                .content()
                .contains("Installed: incidents 1.0.0");
    }

    @Test
    void aFileThatGrowsIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("slow.jar"), "PK");
        for (int look = 0; look < 30; look++) {
            arrivals.look();
            Files.writeString(file, "more", StandardOpenOption.APPEND);
        }
        assertThat(modules.asked).isEmpty();
        assertThat(file).exists();
    }

    @Test
    void whatNeverBecomesAJarIsRefusedWithTheKernelsReason() throws IOException {
        Files.writeString(folder.resolve("broken.jar"), "not a jar");
        modules.planProblems = List.of(new Text("Inte en jar-fil.", "Not a jar file."));

        for (int look = 0; look < 11; look++) {
            arrivals.look();
        }

        assertThat(folder.resolve("refused/broken.jar")).exists();
        assertThat(folder.resolve("refused/broken.jar.txt"))
                .content()
                .contains("Inte en jar-fil.")
                .contains("Not a jar file.");
    }

    @Test
    void anUndoneOperationIsRefused() throws IOException {
        modules.failure = java.util.Optional.of(new Text("Mår inte bra.", "Is not well."));
        jar("ill.jar");
        lookTwice();

        assertThat(folder.resolve("refused/ill.jar.txt")).content().contains("Is not well.");
    }

    @Test
    void anOutdatedPlanIsMadeAgain() throws IOException {
        modules.problems.push(Problem.of("plan-outdated", 409, Text.same("Outdated"), Text.same("Outdated")));
        jar("a.jar");
        lookTwice();

        assertThat(modules.asked).containsExactly("plan a.jar", "plan a.jar", "apply hash");
        assertThat(folder.resolve("installed/a.jar")).exists();
    }

    @Test
    void waitsForTheKernel() throws IOException {
        modules.recovered = false;
        jar("a.jar");
        lookTwice();
        assertThat(folder.resolve("a.jar")).exists();

        modules.recovered = true;
        lookTwice();
        assertThat(folder.resolve("installed/a.jar")).exists();
    }

    @Test
    void otherFilesAndHiddenOnesAreNotModules() throws IOException {
        Files.writeString(folder.resolve("readme.txt"), "x");
        jar(".incidents.jar");

        assertThat(arrivals.look()).isFalse();
        lookTwice();
        assertThat(modules.asked).isEmpty();
    }

    private void lookTwice() throws IOException {
        arrivals.look();
        arrivals.look();
    }

    private Path jar(String name) throws IOException {
        Path file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("META-INF/"));
        }
        return file;
    }
}
