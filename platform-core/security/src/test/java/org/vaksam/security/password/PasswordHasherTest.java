package org.vaksam.security.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {
    private final PasswordHasher hasher = new PasswordHasher();

    @Test
    void aHashMatchesItsPasswordOnly() {
        String hash = hasher.hash("fyra gröna hästar");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("gröna");
        assertThat(hasher.matches("fyra gröna hästar", Optional.of(hash))).isTrue();
        assertThat(hasher.matches("fyra gröna hästar ", Optional.of(hash))).isFalse();
        assertThat(hasher.hash("fyra gröna hästar")).isNotEqualTo(hash);
    }

    @Test
    void theWayAnAccentedLetterIsTypedMakesNoDifference() {
        String hash = hasher.hash("fyra gröna hästar");

        assertThat(hasher.matches("fyra gro\u0308na ha\u0308star", Optional.of(hash)))
                .isTrue();
    }

    @Test
    void withoutAHashNothingMatches() {
        assertThat(hasher.matches("", Optional.empty())).isFalse();
        assertThat(hasher.matches("x", Optional.of("not a hash"))).isFalse();
    }

    /** The example of RFC 9106, section 5.3, needs a secret and associated data; this one is from the reference program. */
    @Test
    void agreesWithTheReferenceProgram() {
        String known = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(hasher.matches("password", Optional.of(known))).isTrue();
    }
}
