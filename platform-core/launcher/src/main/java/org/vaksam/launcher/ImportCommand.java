package org.vaksam.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.vaksam.launcher.cli.Arguments;
import org.vaksam.launcher.cli.Failure;
import org.vaksam.launcher.cli.Output;
import org.vaksam.launcher.rest.Platform;

/** {@code vaksam import FORMAT FILE}: sends the file, then shows how far the platform has come. */
final class ImportCommand {
    private static final int SHOWN_ERRORS = 20;

    private final Platform platform;
    private final Output output;

    ImportCommand(Platform platform, Output output) {
        this.platform = platform;
        this.output = output;
    }

    int run(Arguments arguments) throws InterruptedException {
        String format = arguments.word(0, "a format, for example incidents.police-events");
        Path file = Path.of(arguments.word(1, "a file"));
        String name = URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8);
        JsonNode run =
                platform.upload("/api/imports?format=" + format + "&name=" + name, file, "application/octet-stream");
        String id = run.path("id").asText();
        while (isUnderWay(run)) {
            progress(format, run);
            Thread.sleep(300);
            run = platform.get("/api/imports/" + id);
        }
        output.endProgress();
        return report(id, run);
    }

    private static boolean isUnderWay(JsonNode run) {
        String state = run.path("state").asText();
        return "waiting".equals(state) || "running".equals(state);
    }

    private void progress(String format, JsonNode run) {
        double share =
                run.path("bytesRead").asDouble() / Math.max(1, run.path("bytes").asDouble());
        output.progress(
                format,
                share,
                run.path("items").asText() + " read, " + run.path("created").asText() + " new");
    }

    private int report(String id, JsonNode run) {
        JsonNode errors = platform.get("/api/imports/" + id + "/errors?limit=" + SHOWN_ERRORS);
        boolean failed = "failed".equals(run.path("state").asText());
        output.show(run, () -> {
            output.line(run.path("items").asText() + " items: "
                    + run.path("created").asText() + " new, "
                    + run.path("existing").asText() + " there before, "
                    + run.path("refused").asText() + " refused");
            errors.path("items")
                    .forEach(error -> output.line(
                            "  line " + error.path("line").asText() + ": " + output.text(error.path("detail"))));
            if (errors.path("total").asInt() > SHOWN_ERRORS) {
                output.line("  … all of them: GET /api/imports/" + id + "/errors");
            }
            if (run.hasNonNull("failure")) {
                output.line((failed ? "Failed: " : "") + output.text(run.path("failure")));
            }
        });
        if (failed) {
            return Failure.REFUSED;
        }
        return run.path("refused").asInt() > 0 ? Failure.INCOMPLETE : 0;
    }
}
