package org.vaksam.kernel.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.trust.SignaturePolicy;
import org.vaksam.kernel.trust.Verdict;
import org.vaksam.spi.kernel.Modules.Signature;

class WorldTest {
    private static final Verdict SIGNED = new Verdict(
            SignaturePolicy.ENFORCE, true, new Signature("signed", Optional.of("CN=Maker"), Text.same("signed")));
    private static final Verdict UNSIGNED =
            new Verdict(SignaturePolicy.WARN, true, new Signature("unsigned", Optional.empty(), Text.same("unsigned")));
    private static final World WORLD =
            new World("sha", "1.0.0", List.of("alfa 1.0.0 sha LIVE"), List.of("001-base"), List.of("Records"), SIGNED);

    static Stream<World> others() {
        return Stream.of(
                new World("other", "1.0.0", WORLD.registry(), WORLD.scripts(), WORLD.contributors(), SIGNED),
                new World("sha", "1.0.1", WORLD.registry(), WORLD.scripts(), WORLD.contributors(), SIGNED),
                new World("sha", "1.0.0", List.of(), WORLD.scripts(), WORLD.contributors(), SIGNED),
                new World(
                        "sha",
                        "1.0.0",
                        WORLD.registry(),
                        List.of("001-base", "002-more"),
                        WORLD.contributors(),
                        SIGNED),
                new World("sha", "1.0.0", WORLD.registry(), WORLD.scripts(), List.of(), SIGNED),
                new World("sha", "1.0.0", WORLD.registry(), WORLD.scripts(), WORLD.contributors(), UNSIGNED));
    }

    @Test
    void theSameWorldHasTheSameHash() {
        var same = new World("sha", "1.0.0", WORLD.registry(), WORLD.scripts(), WORLD.contributors(), SIGNED);

        assertThat(same.hash()).isEqualTo(WORLD.hash()).hasSize(64);
        assertThat(WORLD.differenceTo(same)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("others")
    void everyDifferenceChangesTheHashAndIsTold(World other) {
        assertThat(other.hash()).isNotEqualTo(WORLD.hash());
        assertThat(WORLD.differenceTo(other)).isPresent();
    }
}
