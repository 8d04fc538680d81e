package org.vaksam.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaksam.insight.testing.Row;
import org.vaksam.insight.testing.World;
import org.vaksam.spi.records.RecordQuery;

/** A title, and before it a number, outranks descriptions, however many there are and however often they say it. */
final class RelevanceTest {
    private static World world;

    @BeforeAll
    static void fill(@TempDir Path folder) {
        world = new World(folder);
        world.put(
                Row.number(1).title("Villainbrott på Solgatan").occurredAt("2020-01-01T00:00:00Z"),
                Row.number(2).title("Mobiltelefon stulen").occurredAt("2020-01-01T00:00:00Z"));
        for (int number = 10; number < 150; number++) {
            world.put(Row.number(number)
                    .title("Inbrott, Lund")
                    .description(
                            "Inbrott i villa på Solgatan. Ett villainbrott, ännu ett inbrott i en villa. Mobilen togs."
                                    + " Se INC-2026-000002 om villainbrottet på Solgatan.")
                    .occurredAt("2026-01-01T00:00:00Z"));
        }
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
            inbrott i villa            | 1
            villainbrott solgatan      | 1
            Villainbrott på Solgatan   | 1
            villa solgatan             | 1
            solgatan                   | 1
            inbrott solgatan           | 1
            "villainbrott på solgatan" | 1
            solg*                      | 1
            mobil*                     | 2
            INC-2026-000002            | 2
            inc-2026-000002            | 2
            """)
    void comesFirst(String text, long expected) {
        var query = new RecordQuery(List.of(), Map.of(), text, "relevance", Optional.empty(), 5);
        assertThat(world.search(query).ids()).startsWith(Row.id(expected));
    }
}
