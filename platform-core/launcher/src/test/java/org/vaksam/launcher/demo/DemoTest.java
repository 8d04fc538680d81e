package org.vaksam.launcher.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.vaksam.launcher.cli.Arguments;
import org.vaksam.launcher.cli.Failure;
import org.vaksam.launcher.cli.Output;
import org.vaksam.launcher.rest.Credentials;
import org.vaksam.launcher.rest.Platform;

class DemoTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void makesATownOnceAndAddsNothingLater() throws IOException {
        try (var platform = new SmallPlatform()) {
            run(platform, "--incidents=450");
            assertThat(platform.units).hasSizeGreaterThan(55);
            assertThat(platform.units.get(0).path("externalKey").asText()).startsWith("vaksam-demo:");
            assertThat(platform.accounts).hasSize(12);
            assertThat(platform.reports).hasSize(450);
            assertThat(platform.moves).contains("triage", "close!", "refer!").doesNotContain("close", "refer");
            assertThat(said.toString(UTF_8)).contains("Password of all of them").contains("450 of them new");

            int units = platform.units.size();
            List<String> moves = List.copyOf(platform.moves);
            said.reset();
            run(platform, "--incidents=450");
            assertThat(platform.units).hasSize(units);
            assertThat(platform.accounts).hasSize(12);
            assertThat(platform.reports).hasSize(450);
            assertThat(platform.moves).isEqualTo(moves);
            assertThat(said.toString(UTF_8))
                    .contains("Incidents: 450, 0 of them new")
                    .doesNotContain("Password");
        }
    }

    @Test
    void leavesAnotherOrganisationAlone() throws IOException {
        try (var platform = new SmallPlatform()) {
            platform.units.add(new com.fasterxml.jackson.databind.ObjectMapper()
                    .createObjectNode()
                    .put("code", "SUNDBY"));
            Failure failure = catchThrowableOfType(Failure.class, () -> run(platform));
            assertThat(failure.exitCode()).isEqualTo(Failure.REFUSED);
            assertThat(platform.units).extracting(ObjectNode::size).containsExactly(1);
        }
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        try (var platform = new SmallPlatform()) {
            assertThat(failure(() -> run(platform, "--colour=red")).exitCode()).isEqualTo(Failure.USAGE);
            assertThat(failure(() -> run(platform, "--incidents=many"))).hasMessageContaining("0 to 100000");
            Failure refused = failure(() -> run(platform.url(), "wrong"));
            assertThat(refused.exitCode()).isEqualTo(Failure.NOT_PERMITTED);
            assertThat(refused).hasMessageContaining("Who are you?");
        }
        Failure closed = failure(() -> run(URI.create("http://127.0.0.1:9"), "secret"));
        assertThat(closed.exitCode()).isEqualTo(Failure.UNREACHABLE);
    }

    private static Failure failure(ThrowingCallable call) {
        return catchThrowableOfType(Failure.class, call);
    }

    private void run(SmallPlatform platform, String... arguments) {
        run(platform.url(), "secret", arguments);
    }

    private void run(URI url, String token, String... arguments) {
        var platform = new Platform(url, new Credentials(Optional.of(token), Path.of("nowhere")));
        new Demo(platform, new Output(new PrintStream(said, true, UTF_8), false)).run(Arguments.parse(arguments));
    }
}
