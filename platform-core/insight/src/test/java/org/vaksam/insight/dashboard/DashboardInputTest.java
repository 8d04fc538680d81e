package org.vaksam.insight.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vaksam.insight.dashboard.Bodies.QUERY;
import static org.vaksam.insight.dashboard.Bodies.chart;
import static org.vaksam.insight.dashboard.Bodies.object;
import static org.vaksam.insight.dashboard.Bodies.own;
import static org.vaksam.insight.dashboard.Bodies.widget;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;

/** What is wrong in a dashboard is said at once, each with its place. */
final class DashboardInputTest {
    @Test
    void everyKindIsAnsweredAsItWasSent() {
        var sent = List.of(
                widget("chart", "title", "Över", "chart", object("title", "Slag", "shape", "map", "query", QUERY)),
                widget("view", "view", "0190"),
                widget("signals"),
                widget("signals", "id", "signals-2", "type", "incidents.report"),
                widget("work", "width", "third"),
                widget("deadlines", "width", "full"),
                widget("records", "type", "incidents.report", "which", "unassigned"),
                widget("module", "module", "incidents", "contribution", "today"),
                widget("text", "text", "Ring\n112"));
        var content = DashboardInput.read(object("name", "Alla", "audience", "own", "widgets", sent));
        assertThat(content.widgets()).extracting(Widget::members).isEqualTo(sent);
        assertThat(content.widgets())
                .allSatisfy(widget -> assertThat(Widget.of(widget.members())).isEqualTo(widget));
    }

    @Test
    void everyKindNeedsItsMembersAndRefusesOthers() {
        assertThat(wrongIn(
                        widget("chart"),
                        widget("view"),
                        widget("records", "which", "all"),
                        widget("module", "module", "incidents"),
                        widget("text", "text", " "),
                        widget("work", "type", "incidents.report"),
                        widget("signals", "chart", object()),
                        widget("tower", "view", "0190")))
                .containsExactlyInAnyOrder(
                        "widgets[0].chart",
                        "widgets[1].view",
                        "widgets[2].which",
                        "widgets[2].type",
                        "widgets[3].contribution",
                        "widgets[4].text",
                        "widgets[5].type",
                        "widgets[6].chart",
                        "widgets[6].chart.title",
                        "widgets[6].chart.query",
                        "widgets[6].chart.shape",
                        "widgets[7].kind");
    }

    @Test
    void aChartIsReadWhereItStands() {
        assertThat(wrongIn(
                        chart(" ", QUERY),
                        widget("chart", "id", "b", "chart", object("title", "T", "shape", "pie", "colour", "red")),
                        widget("chart", "id", "c", "chart", "type=x")))
                .containsExactlyInAnyOrder(
                        "widgets[0].chart.title",
                        "widgets[1].chart.colour",
                        "widgets[1].chart.query",
                        "widgets[1].chart.shape",
                        "widgets[2].chart");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "<b>", "å", "0123456789012345678901234567890123456789x"})
    void anIdIsShortAndPlain(String id) {
        assertThat(wrongIn(widget("work", "id", id))).containsExactly("widgets[0].id");
    }

    @Test
    void anIdOccursOnce() {
        assertThat(wrongIn(widget("work"), widget("deadlines", "id", "work"))).containsExactly("widgets[1].id");
    }

    @Test
    void thereIsAnEndToWidgetsAndTexts() {
        var most = IntStream.range(0, DashboardInput.MOST_WIDGETS)
                .mapToObj(i -> widget("text", "id", "w" + i, "text", "x".repeat(DashboardInput.LONGEST_TEXT)))
                .toList();
        assertThat(DashboardInput.read(object("name", "Full", "audience", "own", "widgets", most))
                        .widgets())
                .hasSize(DashboardInput.MOST_WIDGETS);
        var more = Collections.nCopies(DashboardInput.MOST_WIDGETS + 1, widget("work"));
        assertThat(wrong(object("name", "Mer", "audience", "own", "widgets", more)))
                .containsExactly("widgets");
        assertThat(wrongIn(widget("text", "text", "x".repeat(DashboardInput.LONGEST_TEXT + 1))))
                .containsExactly("widgets[0].text");
    }

    @Test
    void aRoleIsForTheAudienceRoleOnly() {
        assertThat(wrong(object("name", "R", "audience", "role", "widgets", List.of())))
                .containsExactly("role");
        assertThat(wrong(object("name", "R", "audience", "all", "role", "reader", "widgets", List.of())))
                .containsExactly("role");
        assertThat(wrong(object("audience", "some", "colour", 1)))
                .containsExactlyInAnyOrder("name", "audience", "colour", "widgets");
    }

    @Test
    void whatOneBeginsWithIsSaidInSoManyWords() {
        assertThat(DashboardInput.home(object("id", null))).isEmpty();
        assertThat(DashboardInput.home(object("id", "0190"))).contains("0190");
        assertThat(fields(() -> DashboardInput.home(object()))).containsExactly("id");
        assertThat(own("Tom").widgets()).isEmpty();
    }

    @SafeVarargs
    private static List<String> wrongIn(Map<String, @Nullable Object>... widgets) {
        return wrong(object("name", "Namn", "audience", "own", "widgets", List.of(widgets)));
    }

    private static List<String> wrong(Map<String, @Nullable Object> body) {
        return fields(() -> DashboardInput.read(body));
    }

    private static List<String> fields(Runnable reading) {
        try {
            reading.run();
            return List.of();
        } catch (Problem e) {
            return e.fields().stream().map(FieldProblem::field).toList();
        }
    }
}
