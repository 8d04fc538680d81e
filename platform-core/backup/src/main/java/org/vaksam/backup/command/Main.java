package org.vaksam.backup.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.backup.archive.BackupFile;
import org.vaksam.backup.archive.BackupFile.Whole;
import org.vaksam.backup.restore.DataSwap;
import org.vaksam.backup.restore.Restore;
import org.vaksam.spi.data.DatabaseException;
import org.vaksam.spi.data.Rebuilder;

/**
 * {@code vaksam restore FILE [--replace]} and {@code vaksam backup verify FILE}: with the platform's own bundles as plain jars,
 * while no platform runs. Also {@code finish}: ends a restore that was interrupted after it was decided.
 */
public final class Main {
    private static final int REFUSED = 1;
    private static final int USAGE = 2;
    private static final String REPLACE = "--replace";

    private final Map<String, String> environment;
    private final String platform;

    Main(Map<String, String> environment, String platform) {
        this.environment = environment;
        this.platform = platform;
    }

    public static void main(String... arguments) throws IOException {
        System.exit(new Main(System.getenv(), System.getProperty("vaksam.version", "1.0.0")).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        try {
            return command(arguments);
        } catch (Problem e) {
            say(e.detail());
            e.fields().forEach(field -> say(field.detail()));
            e.next().ifPresent(this::say);
        } catch (IOException | UncheckedIOException | DatabaseException e) {
            say(new Text("Det gick inte: " + e.getMessage(), "It failed: " + e.getMessage()));
        }
        return REFUSED;
    }

    private int command(List<String> arguments) throws IOException {
        var words = arguments.stream().filter(word -> !word.startsWith("--")).toList();
        boolean replace = arguments.contains(REPLACE);
        if (words.equals(List.of("finish"))) {
            DataSwap.finish(data());
            return 0;
        }
        if (words.size() != 2 || arguments.size() != words.size() + (replace ? 1 : 0)) {
            return usage();
        }
        Path file = Path.of(words.get(1));
        if (!Files.isReadable(file)) {
            say(new Text("Filen " + file + " finns inte.", "There is no file " + file + "."));
            return USAGE;
        }
        return switch (words.get(0)) {
            case "verify" -> verify(open(file));
            case "restore" -> restore(open(file), replace);
            default -> usage();
        };
    }

    private int verify(BackupFile file) throws IOException {
        Whole whole = file.verify();
        describe(whole);
        say(new Text("Säkerhetskopian är hel.", "The backup is whole."));
        return 0;
    }

    private int restore(BackupFile file, boolean replace) throws IOException {
        Rebuilder rebuilder = ServiceLoader.load(Rebuilder.class).findFirst().orElseThrow();
        Whole whole = new Restore(rebuilder, data(), database(), platform).run(file, replace, Instant.now());
        describe(whole);
        say(new Text("Återställd. Starta med: vaksam start", "Restored. Start with: vaksam start"));
        return 0;
    }

    private void describe(Whole whole) {
        say(new Text(
                "Från " + whole.info().madeAt() + ", Vaksam " + whole.info().platform() + ": "
                        + whole.contents().rows() + " rader, "
                        + whole.contents().files() + " filer.",
                "Of " + whole.info().madeAt() + ", Vaksam " + whole.info().platform() + ": "
                        + whole.contents().rows() + " rows, " + whole.contents().files() + " files."));
        whole.contents().warnings().forEach(this::say);
    }

    private BackupFile open(Path file) throws IOException {
        return new BackupFile(
                file, BackupFile.isEncrypted(file) ? new PassphraseSource(environment).ask() : Optional.empty());
    }

    private Path data() {
        return Path.of(environment.getOrDefault("VAKSAM_DATA", "data"))
                .toAbsolutePath()
                .normalize();
    }

    private Map<String, String> database() throws IOException {
        var settings = new HashMap<String, String>();
        Path file = Path.of(environment.getOrDefault("VAKSAM_ETC", "etc"), "org.vaksam.data.cfg");
        if (Files.exists(file)) {
            var properties = new Properties();
            try (InputStream in = Files.newInputStream(file)) {
                properties.load(in);
            }
            properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        }
        return settings;
    }

    private int usage() {
        say(new Text(
                "Användning: vaksam restore FIL [--replace], vaksam backup verify FIL",
                "Usage: vaksam restore FILE [--replace], vaksam backup verify FILE"));
        return USAGE;
    }

    private void say(Text text) {
        System.err.println(environment.getOrDefault("LANG", "").startsWith("sv") ? text.sv() : text.en());
    }
}
