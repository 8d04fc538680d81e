package org.vaksam.kernel.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleStoreTest {
    private static final String SHA_OF_HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @Test
    void aFileIsNamedByItsContent(@TempDir Path folder) throws Exception {
        var store = new ModuleStore(folder.resolve("modules"));

        StoredFile stored = store.put(hello(folder));

        assertThat(stored.sha()).isEqualTo(SHA_OF_HELLO);
        assertThat(store.verified(SHA_OF_HELLO)).isEqualTo(stored);
        assertThat(store.shas()).containsExactly(SHA_OF_HELLO);
        assertThat(stored.path()).hasContent("hello");
    }

    @Test
    void aDamagedFileIsFoundAndRepairedByTheSameFile(@TempDir Path folder) throws Exception {
        var store = new ModuleStore(folder.resolve("modules"));
        StoredFile stored = store.put(hello(folder));
        Files.writeString(stored.path(), "hellO");

        assertThatThrownBy(() -> store.verified(SHA_OF_HELLO))
                .isInstanceOf(InvalidModuleFile.class)
                .hasMessageContaining("damaged");
        store.put(hello(folder));
        assertThat(store.verified(SHA_OF_HELLO)).isEqualTo(stored);
    }

    @Test
    void aMissingFileIsSaidToBeMissing(@TempDir Path folder) {
        assertThatThrownBy(() -> new ModuleStore(folder).verified(SHA_OF_HELLO))
                .isInstanceOf(InvalidModuleFile.class)
                .hasMessageContaining("missing");
    }

    @Test
    void whatACrashLeftBehindGoesAtTheNextStart(@TempDir Path folder) throws Exception {
        Path half = Files.writeString(folder.resolve("module123.incoming"), "hel");

        var store = new ModuleStore(folder);

        assertThat(half).doesNotExist();
        assertThat(store.shas()).isEmpty();
    }

    @Test
    void onlyOldFilesThatNobodyNamesAreSwept(@TempDir Path folder) throws Exception {
        var store = new ModuleStore(folder.resolve("modules"));
        StoredFile named = old(store.put(hello(folder)));
        StoredFile unnamed = old(store.put(Files.writeString(folder.resolve("b"), "unnamed")));
        StoredFile fresh = store.put(Files.writeString(folder.resolve("c"), "fresh"));

        store.sweep(Set.of(named.sha()), Duration.ofDays(1));

        assertThat(List.of(named.path(), fresh.path()))
                .allSatisfy(path -> assertThat(path).exists());
        assertThat(unnamed.path()).doesNotExist();
    }

    private static StoredFile old(StoredFile file) throws IOException {
        Files.setLastModifiedTime(file.path(), FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        return file;
    }

    private static Path hello(Path folder) throws IOException {
        return Files.writeString(folder.resolve("hello.jar"), "hello");
    }
}
