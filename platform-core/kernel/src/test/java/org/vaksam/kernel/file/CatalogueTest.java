package org.vaksam.kernel.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.spi.kernel.Modules.Offered;
import org.vaksam.testkit.SampleJar;

class CatalogueTest {
    private final ModuleFileReader reader = new ModuleFileReader(new DescriptorReader());

    @Test
    void newestVersionsComeFirstAndOtherFilesAreLeftOut(@TempDir Path folder) throws Exception {
        SampleJar.module("beta", "1.0.0").write(folder);
        SampleJar.module("alfa", "1.9.0").write(folder);
        SampleJar.module("alfa", "1.10.0").write(folder);
        Files.writeString(folder.resolve("broken.jar"), "no jar");

        assertThat(new Catalogue(Optional.of(folder), reader).offered())
                .extracting(Offered::id, Offered::version)
                .containsExactly(tuple("alfa", "1.10.0"), tuple("alfa", "1.9.0"), tuple("beta", "1.0.0"));
    }

    @Test
    void aNewFileIsSeen(@TempDir Path folder) {
        var catalogue = new Catalogue(Optional.of(folder), reader);
        assertThat(catalogue.offered()).isEmpty();

        SampleJar.module("alfa", "1.0.0").write(folder);

        assertThat(catalogue.offered()).hasSize(1);
    }

    @Test
    void withoutAFolderNothingIsOffered() {
        assertThat(new Catalogue(Optional.empty(), reader).offered()).isEmpty();
        assertThat(new Catalogue(Optional.of(Path.of("nowhere")), reader).offered())
                .isEmpty();
    }
}
