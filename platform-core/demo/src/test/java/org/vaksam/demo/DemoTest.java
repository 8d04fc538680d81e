package org.vaksam.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
        assertThat(exit(Map.of())).isEqualTo(Failure.USAGE);
        assertThat(exit(Map.of("VAKSAM_TOKEN", "t"), "--colour=red")).isEqualTo(Failure.USAGE);
        assertThat(exit(Map.of("VAKSAM_TOKEN", "t"), "--incidents=many")).isEqualTo(Failure.USAGE);
        var options = Options.parse(Map.of("VAKSAM_URL", "http://127.0.0.1:9"), "--token", "t", "--incidents", "3");
        assertThat(options.incidents()).isEqualTo(3);
        Failure closed = catchThrowableOfType(Failure.class, () -> run(options));
        assertThat(closed.exitCode()).isEqualTo(Failure.UNREACHABLE);
        try (var platform = new SmallPlatform()) {
            var stranger = Options.parse(Map.of("VAKSAM_TOKEN", "wrong"), "--url=" + platform.url());
            Failure refused = catchThrowableOfType(Failure.class, () -> run(stranger));
            assertThat(refused.exitCode()).isEqualTo(Failure.NOT_PERMITTED);
            assertThat(refused).hasMessageContaining("Who are you?");
        }
    }

    private void run(SmallPlatform platform, String... arguments) {
        var all = new java.util.ArrayList<>(List.of("--url=" + platform.url(), "--token=secret"));
        all.addAll(List.of(arguments));
        run(Options.parse(Map.of(), all.toArray(String[]::new)));
    }

    private void run(Options options) {
        var progress = new Progress(new PrintStream(said, true, UTF_8), false);
        new Demo(new Platform(options.url(), options.token()), options, progress).run();
    }

    private static int exit(Map<String, String> environment, String... arguments) {
        return catchThrowableOfType(Failure.class, () -> Options.parse(environment, arguments))
                .exitCode();
    }
}
