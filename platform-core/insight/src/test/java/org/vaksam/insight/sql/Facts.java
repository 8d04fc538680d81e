package org.vaksam.insight.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** Records to count: invented ones, and the police's events where they are. */
final class Facts {
    private static final DateTimeFormatter PUBLISHED = DateTimeFormatter.ofPattern("yyyy-MM-dd H:mm:ss xxx");

    private Facts() {}

    static List<Fact> invented(int count, Random random) {
        var facts = new ArrayList<Fact>();
        for (int number = 1; number <= count; number++) {
            var occurred = Instant.parse("2022-12-28T00:00:00Z").plusSeconds((long) (random.nextDouble() * 94_000_000));
            facts.add(fact(
                    number,
                    sometimes(random, 0.9, "place " + random.nextInt(12)),
                    55 + random.nextInt(600) / 100.0,
                    12 + random.nextInt(600) / 100.0,
                    sometimes(random, 0.95, occurred),
                    random.nextInt(5) == 0 ? "" : "category " + random.nextInt(6),
                    random));
        }
        return facts;
    }

    /** Empty without the data. */
    static List<Fact> real(Random random) {
        Optional<Path> file = Optional.ofNullable(System.getProperty("vaksam.shared"))
                .map(shared -> Path.of(shared, "data/police-events/police-events-2023-2025.jsonl.gz"))
                .filter(Files::isReadable);
        return file.map(path -> read(path, random)).orElse(List.of());
    }

    private static List<Fact> read(Path file, Random random) {
        var mapper = new ObjectMapper();
        var facts = new ArrayList<Fact>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode event = mapper.readTree(line);
                String[] gps = event.at("/location/gps").asText("0,0").split(",", 2);
                facts.add(fact(
                        facts.size() + 1L,
                        Optional.of(event.at("/location/name").asText().strip()),
                        Double.parseDouble(gps[0]),
                        Double.parseDouble(gps[1]),
                        Optional.of(OffsetDateTime.parse(event.get("datetime").asText(), PUBLISHED)
                                .toInstant()),
                        event.get("type").asText().strip(),
                        random));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return facts;
    }

    private static Fact fact(
            long number,
            Optional<String> place,
            double latitude,
            double longitude,
            Optional<Instant> occurred,
            String category,
            Random random) {
        String kind = random.nextBoolean() ? "threat" : "theft";
        long triaged = random.nextInt(10_000_000);
        return new Fact(
                number,
                kind,
                random.nextInt(3) > 0,
                category,
                sometimes(random, 0.7, random.nextInt(5)),
                place,
                latitude,
                longitude,
                occurred,
                sometimes(random, kind.equals("threat") ? 0.5 : 0, random.nextBoolean() ? "threat" : "violence"),
                sometimes(random, 0.6, BigDecimal.valueOf(random.nextInt(2_000_000) - 300_000, 2)),
                triaged,
                triaged + random.nextInt(900_000_000));
    }

    private static <T> Optional<T> sometimes(Random random, double probability, T value) {
        return random.nextDouble() < probability ? Optional.of(value) : Optional.empty();
    }
}
