package org.vaksam.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.vaksam.launcher.cli.Arguments;
import org.vaksam.launcher.cli.Failure;
import org.vaksam.launcher.cli.Output;
import org.vaksam.launcher.demo.Demo;
import org.vaksam.launcher.rest.Credentials;
import org.vaksam.launcher.rest.Platform;

/**
 * Entry point of {@code vaksam module|import|journal|token|demo|ready}. The platform's address comes from
 * {@code VAKSAM_URL}, its data directory from {@code VAKSAM_DATA}; both are set by the script.
 */
public final class Main {
    private Main() {}

    public static void main(String... arguments) throws InterruptedException {
        System.exit(run(Arguments.parse(arguments)));
    }

    private static int run(Arguments arguments) throws InterruptedException {
        var output = new Output(System.out, arguments.has("json"));
        try {
            return command(arguments, output);
        } catch (Failure failure) {
            System.err.println(failure.getMessage());
            return failure.exitCode();
        }
    }

    private static int command(Arguments arguments, Output output) throws InterruptedException {
        Path run = Path.of(environment("VAKSAM_DATA").orElse("data"), "run");
        var url = URI.create(environment("VAKSAM_URL").orElse("http://127.0.0.1:8181"));
        var platform = new Platform(url, new Credentials(environment("VAKSAM_TOKEN"), run));
        String command =
                arguments.word(0, "a command: " + Arrays.asList("module", "import", "journal", "token", "demo"));
        return switch (command) {
            case "module" -> new ModuleCommands(platform, output).run(arguments.after(1));
            case "import" -> new ImportCommand(platform, output).run(arguments.after(1));
            case "journal" -> new JournalCommands(platform, output, System.out).run(arguments.after(1));
            case "token" -> new TokenCommands(platform, output).run(arguments.after(1));
            case "demo" -> new Demo(platform, output).run(arguments.after(1));
            case "ready" ->
                new Readiness(url, run, output)
                        .await(arguments
                                .option("seconds")
                                .map(Integer::parseInt)
                                .orElse(0));
            case "show-token" -> {
                output.line(platform.token());
                yield 0;
            }
            default -> throw Failure.usage("There is no 'vaksam " + command + "'");
        };
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
