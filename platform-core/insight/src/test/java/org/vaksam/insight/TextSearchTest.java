package org.vaksam.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaksam.api.problem.Problem;
import org.vaksam.insight.testing.Row;
import org.vaksam.insight.testing.World;
import org.vaksam.spi.records.RecordQuery;

final class TextSearchTest {
    private static World world;

    @BeforeAll
    static void fill(@TempDir Path folder) {
        world = new World(folder);
        world.put(
                Row.number(1).title("Villainbrott i Limhamn").description("Smycken stals ur en byrå."),
                Row.number(2).title("Tidigare inbrott i villan").description("Polisen tipsades om bilen."),
                Row.number(3).title("Skolbränder").description("Två bränder på samma skolgård."),
                Row.number(4).title("Cyklarna borta").description("Flera cyklar stulna vid kaféet."),
                Row.number(5).title("Inbrott i källarförråd").place("Tågaborg"),
                Row.number(6).title("Kioskinbrottet").category("butik"),
                Row.number(7).title("Broken windows").description("Children were running at the school's windows."),
                Row.number(8).title("Trafikolycka").description("Personbil mot lyktstolpe, Åkarp."),
                Row.number(9).title("Mobiltelefonen försvann").field("goods", "En röd plånbok"),
                Row.number(10).title("Akarp har inget med saken att göra"));
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
            inbrott i villa            | 1 2
            villainbrott               | 1 2
            inbrott                    | 1 2 5 6
            inbrotten                  | 1 2 5 6
            INBROTTET                  | 1 2 5 6
            villor                     | 1 2
            brand                      | 3
            skola                      | 3
            skolbrand                  | 3
            cykel                      | 4
            kafe                       | 4
            kafé                       | 4
            källare                    | 5
            förråd                     | 5
            tågaborg                   | 5
            butik                      | 6
            kiosk                      | 6
            window                     | 7
            child                      | ''
            run school                 | 7
            bil                        | 2 8
            olycka                     | 8
            olyckor                    | 8
            åkarp                      | 8
            akarp                      | 10
            plånböcker                 | 9
            "inbrott i villan"         | 2
            "i villan inbrott"         | ''
            mobil*                     | 9
            villa* limhamn             | 1
            INC-2026-000004            | 4
            inc-2026-000004            | 4
            INC-2026-00000*            | 1 2 3 4 5 6 7 8 9
            i                          | 1 2 5
            villa rymdskepp            | ''
            """)
    void finds(String text, String expected) {
        List<String> ids = expected.isBlank()
                ? List.of()
                : java.util.Arrays.stream(expected.split(" "))
                        .map(number -> Row.id(Long.parseLong(number)))
                        .toList();
        assertThat(world.find(text)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"", "\"\"", "(", "*", "**", "a*b*", "AND OR NOT", "+-&&||!(){}[]^\"~*?:\\/",
                        "'; DROP TABLE record; --",
                "<script>alert(1)</script>", "\u0000", "\ud800", "title:inbrott", "å ä ö", "-inbrott", "…", "🔥",
                        "a\u0308"
            })
    void neverFailsOnOddInput(String text) {
        assertThatCode(() -> world.find(text)).doesNotThrowAnyException();
    }

    @Test
    void boundsTheLengthButNotTheWordsInIt() {
        assertThatCode(() -> world.find("a ".repeat(250))).doesNotThrowAnyException();
        assertThatCode(() -> world.find("a,".repeat(250))).doesNotThrowAnyException();
        assertThatCode(() -> world.find("\"" + "a ".repeat(200) + "\"")).doesNotThrowAnyException();
        assertThatThrownBy(() -> world.find("x".repeat(10_000)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.fields().get(0).field()).isEqualTo("q"));
    }

    @Test
    void theBestComeFirst() {
        var query = new RecordQuery(List.of(), Map.of(), "inbrott villa", "relevance", Optional.empty(), 10);
        assertThat(world.search(query).ids()).containsExactly(Row.id(2), Row.id(1));
    }

    @Test
    void decomposedLettersAreTheSame() {
        assertThat(world.find("ka\u0308llare")).containsExactly(Row.id(5));
    }
}
