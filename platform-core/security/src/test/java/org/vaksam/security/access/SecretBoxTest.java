package org.vaksam.security.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {
    @Test
    void whatIsSealedIsReadAgainAfterARestart(@TempDir Path folder) throws Exception {
        String sealed = new SecretBox(file(folder)).seal("hemligt", "anna");

        assertThat(sealed).doesNotContain("hemligt");
        assertThat(new SecretBox(file(folder)).open(sealed, "anna")).isEqualTo("hemligt");
        assertThat(new SecretBox(file(folder)).seal("hemligt", "anna")).isNotEqualTo(sealed);
    }

    @Test
    void isReadForNobodyElseNorWithAnotherKeyNorChanged(@TempDir Path folder) throws Exception {
        var box = new SecretBox(file(folder));
        String sealed = box.seal("hemligt", "anna");
        String changed = sealed.substring(0, 20) + (sealed.charAt(20) == 'A' ? "B" : "A") + sealed.substring(21);

        assertThatThrownBy(() -> box.open(sealed, "bo")).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> box.open(changed, "anna")).isInstanceOf(GeneralSecurityException.class);
        var other = new SecretBox(folder.resolve("other"));
        assertThatThrownBy(() -> other.open(sealed, "anna")).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void theKeyIsForThePlatformsUserAlone(@TempDir Path folder) throws IOException {
        new SecretBox(file(folder));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(folder))))
                .isEqualTo("rw-------");
    }

    @Test
    void aBrokenKeyIsNotReplaced(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("broken"), "c2hvcnQ=");

        assertThatThrownBy(() -> new SecretBox(folder.resolve("broken")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("put back the one of the backup");
        assertThat(folder.resolve("broken")).content().isEqualTo("c2hvcnQ=");
    }

    private static Path file(Path folder) {
        return folder.resolve("keys").resolve("secrets.key");
    }
}
