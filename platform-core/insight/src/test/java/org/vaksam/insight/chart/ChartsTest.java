package org.vaksam.insight.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.insight.testing.Row;
import org.vaksam.insight.testing.World;
import org.vaksam.spi.web.Input;

/** A chart asks what its query says, as whoever looks may see it. */
final class ChartsTest {
    private World world;

    @BeforeEach
    void open(@TempDir Path folder) {
        world = new World(folder, Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC));
        world.put(
                Row.number(1).occurredAt("2026-11-18T10:00:00Z").place("Malmö", 55.6, 13.0),
                Row.number(2).occurredAt("2026-11-19T10:00:00Z").kind("threat"),
                Row.number(3).occurredAt("2026-10-01T10:00:00Z"));
        world.settle();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aCrossTable() throws IOException {
        JsonNode data = data(Shape.BARS, "type=incidents.report&dimensions=kind&occurredAt=last-week");
        assertThat(data.get("total").asInt()).isEqualTo(2);
        assertThat(data.get("cells")).hasSize(2);
    }

    @Test
    void pointsOnAMap() throws IOException {
        JsonNode data = data(Shape.MAP, "type=incidents.report&zoom=8");
        assertThat(data.get("clusters")).hasSize(1);
        assertThat(data.get("total").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dimensions=colour", "nothing=1", "occurredAt=someday", "q=%zz", "type=x.y"})
    void whatIsWrongIsSaidOfTheQuery(String query) {
        assertThatThrownBy(() -> data(Shape.TABLE, query)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.fields()).extracting(FieldProblem::field).containsExactly("query");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "last-week, 2026-11-16..2026-11-22, 2026-11-23..2026-11-29",
        "2026-11-16..2026-11-22, 2026-11-16..2026-11-22, 2026-11-23..2026-11-29",
        "..today, ..2026-11-24, ..2026-12-01",
        "2026-11-01.., 2026-11-01.., 2026-11-08..",
        // with a change of the clocks between
        "2026-10-19..2026-10-25, 2026-10-19..2026-10-25, 2026-10-26..2026-11-01",
        "2026-11-16T10:00:00Z.., 2026-11-16T10:00:00Z.., 2026-11-23T10:00:00Z.."
    })
    void daysAreWrittenOutAndMoved(String days, String written, String later) {
        var chart = new Chart("", Shape.LINE, "q=st%C3%B6ld+*&occurredAt=" + days + "&dimensions=week");
        assertThat(world.charts().fixed(chart).parameters())
                .containsExactly(
                        Map.entry("q", List.of("stöld *")),
                        Map.entry("occurredAt", List.of(written)),
                        Map.entry("dimensions", List.of("week")));
        assertThat(world.charts().later(chart, 7).parameters()).containsEntry("occurredAt", List.of(later));
    }

    @Test
    void isReadFromABody() {
        var input =
                Input.of(Map.of("title", " Brand ", "shape", "cube", "query", "a\u0000"), "title", "shape", "query");
        assertThat(Charts.read(input)).isEmpty();
        assertThatThrownBy(input::check).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrder("shape", "query"));
        assertThat(Charts.read(Input.of(
                        Map.of("title", " Brand ", "shape", "heat", "query", "dimensions=kind,month"),
                        "title",
                        "shape",
                        "query")))
                .contains(new Chart("Brand", Shape.HEAT, "dimensions=kind,month"));
    }

    private JsonNode data(Shape shape, String query) throws IOException {
        return new ObjectMapper().readTree(world.charts().data(new Chart("Hur många", shape, query)));
    }
}
