package org.vaksam.itests.support;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Police events to import: the real ones where they are, otherwise a generated sample of the same format. */
public final class PoliceEvents {
    /** How many the real file holds. */
    public static final int REAL_COUNT = 69_817;

    private static final List<String> TYPES =
            List.of("Trafikolycka", "Brand", "Stöld/inbrott", "Misshandel", "Skadegörelse", "Rattfylleri");
    private static final List<String> PLACES =
            List.of("Malmö|55.604981,13.003822", "Helsingborg|56.046467,12.694512", "Kalix|65.855281,23.143965");

    private PoliceEvents() {}

    /** The real file, when the system property {@code vaksam.shared} names a folder that has it. */
    public static Optional<Path> real() {
        return Optional.ofNullable(System.getProperty("vaksam.shared"))
                .map(shared -> Path.of(shared, "data/police-events/police-events-2023-2025.jsonl.gz"))
                .filter(Files::isReadable);
    }

    /** Writes so many invented events as gzipped JSON lines; always the same ones. */
    public static Path generated(Path file, int count) {
        var random = new Random(1);
        var published = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss '+01:00'");
        try (var lines = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            for (int i = 0; i < count; i++) {
                String type = TYPES.get(random.nextInt(TYPES.size()));
                String[] place = PLACES.get(random.nextInt(PLACES.size())).split("\\|", 2);
                var time = LocalDateTime.of(2024, 1, 1, 0, 0).plusMinutes(random.nextInt(500_000));
                lines.write(
                        """
                        {"id": %d, "datetime": "%s", "name": "%s, %s", "summary": "Händelse nummer %d.", \
                        "url": "/aktuellt/%d/", "type": "%s", "location": {"name": "%s", "gps": "%s"}}
                        """
                                .formatted(
                                        900_000 + i,
                                        published.format(time),
                                        type,
                                        place[0],
                                        i,
                                        i,
                                        type,
                                        place[0],
                                        place[1]));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
