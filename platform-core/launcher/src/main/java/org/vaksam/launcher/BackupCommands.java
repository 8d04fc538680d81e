package org.vaksam.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.launcher.cli.Arguments;
import org.vaksam.launcher.cli.Failure;
import org.vaksam.launcher.cli.Output;
import org.vaksam.launcher.rest.Platform;

/** {@code vaksam backup [FILE] [--encrypt]} and {@code vaksam backup list}. */
final class BackupCommands {
    private static final String ENCRYPT = "encrypt";

    /** It holds everything there is, passwords included. */
    private static final FileAttribute<?> ONLY_MINE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Platform platform;
    private final Output output;

    BackupCommands(Platform platform, Output output) {
        this.platform = platform;
        this.output = output;
    }

    int run(Arguments arguments) throws InterruptedException {
        arguments.allow(List.of(ENCRYPT, "json"));
        if (arguments.words().equals(List.of("list"))) {
            return list();
        }
        Optional<Path> target = arguments.words().stream().findFirst().map(Path::of);
        if (arguments.words().size() > 1 || target.filter(Files::exists).isPresent()) {
            throw Failure.usage(
                    arguments.words().size() > 1 ? "One file at most" : "There is a file " + target.get() + " already");
        }
        Map<String, String> body =
                arguments.has(ENCRYPT) ? Map.of("passphrase", Passphrase.ask(System.getenv())) : Map.of();
        JsonNode made = await(platform.post("/api/backups", body).path("name").asText());
        target.ifPresent(file -> fetch(made.path("name").asText(), file));
        output.show(made, () -> {
            output.line(made.path("name").asText() + ": " + made.path("rows").asText() + " rows, "
                    + made.path("files").asText() + " files, "
                    + made.path("bytes").asText() + " bytes, verified");
            made.path("warnings").forEach(warning -> output.line(output.text(warning)));
        });
        return 0;
    }

    private int list() {
        JsonNode backups = platform.get("/api/backups");
        output.show(backups, () -> {
            var rows = new ArrayList<List<String>>();
            backups.path("items")
                    .forEach(backup -> rows.add(List.of(
                            backup.path("name").asText(),
                            backup.path("bytes").asText(),
                            backup.path("encrypted").asBoolean() ? "encrypted" : "",
                            "verified " + backup.path("verifiedAt").asText())));
            output.table(rows);
        });
        return 0;
    }

    private JsonNode await(String name) throws InterruptedException {
        JsonNode backups = platform.get("/api/backups");
        while (name.equals(backups.path("running").path("name").asText())) {
            Thread.sleep(300);
            backups = platform.get("/api/backups");
        }
        for (JsonNode backup : backups.path("items")) {
            if (name.equals(backup.path("name").asText())) {
                return backup;
            }
        }
        throw new Failure(
                Failure.REFUSED,
                "The backup was not made: " + output.text(backups.path("failed").path("why")));
    }

    private void fetch(String name, Path file) {
        Path incomplete = file.resolveSibling(file.getFileName() + ".incomplete");
        try {
            Files.deleteIfExists(incomplete);
            Files.createFile(incomplete, ONLY_MINE);
            try {
                write(name, incomplete);
                Files.move(incomplete, file);
            } finally {
                Files.deleteIfExists(incomplete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, Path file) throws IOException {
        try (InputStream content = platform.download("/api/backups/" + name);
                OutputStream out = Files.newOutputStream(file)) {
            content.transferTo(out);
        }
    }
}
