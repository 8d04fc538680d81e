package org.vaksam.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaksam.api.problem.Problem;
import org.vaksam.insight.testing.FakeAccounts;
import org.vaksam.insight.testing.Row;
import org.vaksam.insight.testing.World;
import org.vaksam.spi.casework.RecordSurroundings.Surroundings;

/** What people type, in both languages, finds what they mean. */
final class LanguageTest {
    private static World world;

    @BeforeAll
    static void fill(@TempDir Path folder) {
        Instant now = Instant.parse("2024-05-15T10:00:00Z");
        world = new World(folder, Clock.fixed(now, ZoneOffset.UTC));
        world.surroundings.put(Row.id(2), new Surroundings(0, 0, Optional.empty(), 1, List.of()));
        world.surroundings.put(Row.id(3), new Surroundings(0, 1, Optional.empty(), 0, List.of()));
        world.put(
                Row.number(1)
                        .kind("threat")
                        .state("closed", "closed")
                        .title("Hot mot lärare")
                        .place("Norra Hamnen", 56.0, 12.7)
                        .severity(3)
                        .assignee(FakeAccounts.ANNA)
                        .unit("north")
                        .occurredAt("2024-02-10T12:00:00Z")
                        .field("form", "violence")
                        .field("cost", 12_500.5),
                Row.number(2)
                        .kind("theft")
                        .title("Cykelstöld vid skolan")
                        .description("Skadegörelse på låset")
                        .severity(1)
                        .unit("schools")
                        .occurredAt("2024-05-14T12:00:00Z")
                        .field("cost", 900)
                        .field("items", 2),
                Row.number(3)
                        .kind("theft")
                        .title("Brandlarm")
                        .unit("parks")
                        .occurredAt("2024-05-15T08:00:00Z")
                        .field("items", 7),
                Row.number(4).kind("threat").title("Misshandeln").description("En skolbrand"));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            kind:threat                    | 1 4
            slag:hot                       | 1 4
            Slag:Stöld                     | 2 3
            kind:(hot,theft)               | 1 2 3 4
            -slag:hot                      | 2 3
            -slag:hot -brandlarm           | 2
            skola -slag:hot                | 2
            severity:2..4                  | 1
            allvar:>=1                     | 1 2
            allvar:<3                      | 2
            allvar:saknas                  | 3 4
            fields.cost:>10000             | 1
            cost:900                       | 2
            cost:..1000,5                  | 2
            cost:1000..12500,5             | 1
            fields.items:1..5              | 2
            items:7                        | 3
            form:violence                  | 1
            fields.form:våld               | 1
            occurred:last-quarter          | 1
            inträffade:förra-kvartalet     | 1
            när:2024-Q1                    | 1
            occurredAt:this-week           | 2 3
            när:idag                       | 3
            when-not:x                     | refused
            occurred:yesterday             | 2
            occurred:last-30-days          | 2 3
            occurred:senaste-2-dagarna     | 2 3
            occurred:2024-02               | 1
            occurred:>2024-02              | 2 3
            occurred:2024-02..2024-05-14   | 1 2
            occurred:none                  | 4
            plats:"norra hamnen"           | 1
            unit:schools                   | 1 2
            enhet:only:schools             | 2
            assignee:me                    | 1
            handläggare:mig                | 1
            is:open                        | 2 3 4
            är:avslutad                    | 1
            is:merged                      | ''
            -is:merged slag:hot            | 1 4
            has:assignee                   | 1
            har:cost                       | 1 2
            -has:unit                      | 4
            has:files                      | 2
            har:filer                      | 2
            -has:files                     | 1 3 4
            har:(filer,handläggare)        | 1 2
            has:actions                    | 3
            har:åtgärder                   | 3
            nummer:inc-2026-000003         | 3
            titel:lärare                   | 1
            month:2024-05                  | 2 3
            veckodag:tisdag                | 2
            brand                          | 3 4
            bränder                        | 3 4
            larm                           | 3
            misshandel                     | 4
            stöld                          | 2
            stölder                        | 2
            cyklar                         | 2
            skadegorelse                   | 2
            larare                         | 1
            misshandle                     | 4
            cykelstold                     | 2
            cykelstöldd~                   | 2
            """)
    void finds(String text, String expected) {
        if (expected.equals("refused")) {
            assertThatThrownBy(() -> world.find(text)).isInstanceOf(Problem.class);
            return;
        }
        List<String> ids = expected.isBlank()
                ? List.of()
                : Arrays.stream(expected.split(" "))
                        .map(number -> Row.id(Long.parseLong(number)))
                        .toList();
        assertThat(world.find(text)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            röd colour:red     | 4 | there is no field
            kind:              | 0 | write a value
            slag:okänt         | 0 | possible are
            a severity:7       | 2 | not possible
            cost:much          | 0 | number
            när:någon-gång     | 0 | last-quarter
            unit:nowhere       | 0 | no such unit
            is:great           | 0 | possible are open
            """)
    void refusesInWordsAndSaysWhere(String text, int position, String words) {
        assertThatThrownBy(() -> world.find(text))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .satisfies(problem -> {
                    assertThat(problem.status()).isEqualTo(400);
                    assertThat(problem.extras()).containsEntry("position", position);
                    assertThat(problem.detail().en()).contains(words);
                    assertThat(problem.fields()).singleElement().satisfies(wrong -> assertThat(wrong.field())
                            .isEqualTo("q"));
                });
    }

    @Test
    void whateverIsTypedIsFoundOrRefused() {
        var random = new Random(7);
        List<String> bits = List.of(
                "kind:",
                "slag",
                ":",
                "när:",
                "2024",
                "-",
                "..",
                ">",
                "(",
                ")",
                ",",
                "\"",
                "*",
                "~",
                " ",
                "unit:",
                "only:",
                "has:",
                "is:",
                "fields.",
                "cost:",
                "9",
                "e",
                "bbox:",
                "severity:",
                "week:",
                "W",
                "none",
                "å",
                "last-",
                "days",
                "99999",
                "title:",
                "asset:",
                "below:",
                "\ud83d",
                "\u0000",
                "number:");
        for (int i = 0; i < 5_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(8); length >= 0; length--) {
                text.append(bits.get(random.nextInt(bits.size())));
            }
            try {
                world.find(text.toString());
            } catch (Problem e) {
                assertThat(e.status()).as("%s", text).isEqualTo(400);
            }
        }
    }
}
