package org.vaksam.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaksam.api.problem.Problem;
import org.vaksam.insight.testing.Row;
import org.vaksam.insight.testing.World;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.records.RecordSearch.Page;

final class PagingTest {
    private static final int RECORDS = 57;

    private World world;

    @BeforeEach
    void fill(@TempDir Path folder) {
        world = new World(folder);
        LongStream.range(0, RECORDS).forEach(number -> world.put(row(number)));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "occurredAt",
                "-occurredAt",
                "createdAt",
                "-createdAt",
                "updatedAt",
                "-updatedAt",
                "number",
                "-number",
                "severity",
                "-severity",
                "title",
                "-title",
                "relevance"
            })
    void noGapsAndNoDoublesWhileRecordsAreAdded(String sort) {
        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        long added = 1_000;
        do {
            Page page = world.search(query(sort, cursor, 7));
            seen.addAll(page.ids());
            cursor = page.next();
            world.put(row(added++));
            assertThat(page.total()).isGreaterThanOrEqualTo(RECORDS);
        } while (cursor.isPresent());
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen)
                .containsAll(LongStream.range(0, RECORDS).mapToObj(Row::id).toList());
    }

    @Test
    void allOfThemAreWhatThePagesShow() {
        for (String sort : List.of("", "title", "-severity", "number")) {
            List<String> all = new ArrayList<>();
            long total = world.all(query(sort, Optional.empty(), 1), 1_000, all::addAll);
            assertThat(total).isEqualTo(RECORDS);
            assertThat(all)
                    .isEqualTo(world.search(query(sort, Optional.empty(), 200)).ids());
        }
    }

    @Test
    void tooManyAreCountedAndNotTold() {
        List<String> all = new ArrayList<>();
        assertThat(world.all(query("", Optional.empty(), 1), RECORDS - 1, all::addAll))
                .isEqualTo(RECORDS);
        assertThat(all).isEmpty();
    }

    @Test
    void recordsWithoutTheFieldComeLast() {
        List<String> ascending =
                world.search(query("severity", Optional.empty(), 200)).ids();
        List<String> descending =
                world.search(query("-severity", Optional.empty(), 200)).ids();
        assertThat(ascending.get(0)).isEqualTo(Row.id(0));
        assertThat(descending.get(0)).isEqualTo(Row.id(54));
        assertThat(last(ascending)).isEqualTo(Row.id(55));
        assertThat(last(descending)).isEqualTo(Row.id(5));
    }

    @Test
    void titlesFollowTheSwedishAlphabet() {
        world.put(
                Row.number(201).title("Ärla"),
                Row.number(202).title("Ål"),
                Row.number(203).title("Örn"),
                Row.number(204).title("zebra"),
                Row.number(205).title("École"),
                Row.number(206).title("Apa"));
        List<String> titles = world.search(query("title", Optional.empty(), 200)).ids().stream()
                .filter(id -> id.compareTo(Row.id(200)) > 0)
                .toList();
        assertThat(titles)
                .containsExactly(Row.id(206), Row.id(205), Row.id(204), Row.id(202), Row.id(201), Row.id(203));
    }

    @Test
    void aCursorThatWasTouchedOrBelongsElsewhereIsRefused() {
        String cursor =
                world.search(query("number", Optional.empty(), 7)).next().orElseThrow();
        char other = cursor.charAt(10) == 'A' ? 'B' : 'A';
        String touched = cursor.substring(0, 10) + other + cursor.substring(11);
        for (String wrong : List.of(touched, "", "x", "!!!", cursor + "AAAA", cursor.substring(4), "A".repeat(5_000))) {
            assertThatThrownBy(() -> world.search(query("number", Optional.of(wrong), 7)))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.type()).isEqualTo("bad-request"));
        }
        assertThatThrownBy(() -> world.search(query("-number", Optional.of(cursor), 7)))
                .isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour", "--number", "-", "relevance2"})
    void anUnknownSortIsRefused(String sort) {
        assertThatThrownBy(() -> world.search(query(sort, Optional.empty(), 7)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.fields().get(0).field()).isEqualTo("sort"));
    }

    private static RecordQuery query(String sort, Optional<String> cursor, int limit) {
        String text = sort.equals("relevance") ? "sak" : "";
        return new RecordQuery(List.of(), Map.of(), text, sort, cursor, limit);
    }

    private static Row row(long number) {
        Row row = Row.number(number).title(number % 3 == 0 ? "Sak" : "Annan sak " + number % 4);
        if (number % 7 != 6) {
            row.occurredAt(Instant.parse("2025-05-01T10:00:00Z")
                    .plusSeconds(number % 5 * 3_600)
                    .toString());
        }
        return number % 5 == 0 && number % 2 == 1 ? row : row.severity((int) (number % 5));
    }

    private static String last(List<String> list) {
        return list.get(list.size() - 1);
    }
}
