package org.vaksam.insight.dashboard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.insight.chart.Chart;
import org.vaksam.insight.chart.Charts;
import org.vaksam.insight.chart.Shape;

/** Whoever puts a chart on a dashboard gets an answer to it themselves. */
@Component(service = ChartCheck.class)
public final class ChartCheck {
    private final Charts charts;

    @Activate
    public ChartCheck(@Reference Charts charts) {
        this.charts = charts;
    }

    /** What is asked; how it is titled makes no difference to that. */
    private record Asked(Shape shape, String query) {
        static Asked by(Chart chart) {
            return new Asked(chart.shape(), chart.query());
        }
    }

    /** Asks what was not asked before; 422 with the places of the charts that the caller gets no answer to. */
    void check(List<Widget> widgets, List<Widget> before) {
        Set<Asked> known = before.stream()
                .flatMap(widget -> widget.chart().stream())
                .map(Asked::by)
                .collect(Collectors.toCollection(HashSet::new));
        var problems = new ArrayList<FieldProblem>();
        for (int at = 0; at < widgets.size(); at++) {
            Optional<Chart> chart = widgets.get(at).chart();
            if (chart.isPresent() && known.add(Asked.by(chart.get()))) {
                unanswered(chart.get(), "widgets[" + at + "].chart.query").ifPresent(problems::add);
            }
        }
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
    }

    private Optional<FieldProblem> unanswered(Chart chart, String place) {
        try {
            charts.data(chart);
            return Optional.empty();
        } catch (Problem e) {
            if (e.status() >= 500) {
                throw e;
            }
            return Optional.of(new FieldProblem(
                    place, e.fields().isEmpty() ? e.detail() : e.fields().get(0).detail()));
        }
    }
}
