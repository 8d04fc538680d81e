package org.vaksam.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.vaksam.launcher.cli.Arguments;
import org.vaksam.launcher.cli.Failure;
import org.vaksam.launcher.cli.Output;
import org.vaksam.launcher.rest.Platform;

/** {@code vaksam journal verify|export|key}: whether the journal is what it was, here or from a file. */
final class JournalCommands {
    private static final String VERIFICATION = "/api/journal/verification";

    private final Platform platform;
    private final Output output;
    private final PrintStream out;

    JournalCommands(Platform platform, Output output, PrintStream out) {
        this.platform = platform;
        this.output = output;
        this.out = out;
    }

    int run(Arguments arguments) {
        String verb = arguments.word(0, "verify | export | key");
        arguments.allow(List.of("json", "file", "key"));
        return switch (verb) {
            case "verify" -> arguments.has("file") ? new JournalFile(output).verify(arguments) : verify();
            case "export" -> arguments.words().size() > 1 ? export(Path.of(arguments.word(1, "a file"))) : export();
            case "key" -> key();
            default -> throw Failure.usage("There is no 'vaksam journal " + verb + "'");
        };
    }

    private int verify() {
        JsonNode run = platform.post(VERIFICATION, Map.of());
        while (run.path("state").asText().equals("running")) {
            output.progress(
                    "Verifying",
                    run.path("checked").asDouble() / Math.max(1, run.path("of").asDouble()),
                    run.path("checked").asText() + " entries");
            pause();
            run = platform.get(VERIFICATION);
        }
        output.endProgress();
        JsonNode result = run.path("result");
        if (!result.isObject()) {
            throw new Failure(Failure.REFUSED, "The journal could not be verified; the log of the platform says why.");
        }
        output.show(run, () -> {
            result.path("findings").forEach(finding -> output.line(output.text(finding.path("words"))));
            output.line((result.path("holds").asBoolean() ? "Holds: " : "DOES NOT HOLD: ")
                    + result.path("entries").asText() + " entries, "
                    + result.path("heads").asText()
                    + " signed heads, signed to position "
                    + result.path("signedTo").asText("0"));
            output.line("Seal " + result.path("hash").asText());
        });
        return result.path("holds").asBoolean() ? 0 : Failure.REFUSED;
    }

    /** The whole file or none. */
    private int export(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Path fresh = Files.createTempFile(folder, ".journal", ".new");
            try (InputStream content = platform.download("/api/journal/export")) {
                Files.copy(content, fresh, StandardCopyOption.REPLACE_EXISTING);
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new Failure(Failure.REFUSED, "The journal was not exported: " + e + ". Nothing was written.");
        }
        output.line("Exported to " + file + ". Check it with: vaksam journal verify --file=" + file);
        return 0;
    }

    private int export() {
        try (InputStream content = platform.download("/api/journal/export")) {
            content.transferTo(out);
            out.flush();
            return 0;
        } catch (IOException e) {
            throw new Failure(Failure.REFUSED, "The export was cut off: " + e.getMessage() + ". Try again.");
        }
    }

    private int key() {
        try (InputStream content = platform.download("/api/journal/key")) {
            content.transferTo(out);
            out.flush();
            return 0;
        } catch (IOException e) {
            throw new Failure(Failure.UNREACHABLE, "The key did not come: " + e.getMessage());
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(300);
        } catch (InterruptedException e) {
            throw Failure.interrupted();
        }
    }
}
