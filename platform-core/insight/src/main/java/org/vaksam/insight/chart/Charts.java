package org.vaksam.insight.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.insight.query.QueryBuilder;
import org.vaksam.insight.query.TimeRange;
import org.vaksam.insight.rest.CubeAnswers;
import org.vaksam.insight.rest.MapAnswers;
import org.vaksam.spi.web.Input;

/** Answers charts for the caller, who sees in them what they may see in lists. */
@Component(service = Charts.class)
public final class Charts {
    public static final int LONGEST_TITLE = 200;
    private static final int LONGEST_QUERY = 2_000;

    /** Filters by time; their days may have names. */
    private static final List<String> TIMES = List.of("occurredAt", "createdAt", "updatedAt");

    private final CubeAnswers cubes;
    private final MapAnswers maps;
    private final QueryBuilder queries;
    private final ObjectMapper json = new ObjectMapper();

    @Activate
    public Charts(@Reference CubeAnswers cubes, @Reference MapAnswers maps, @Reference QueryBuilder queries) {
        this.cubes = cubes;
        this.maps = maps;
        this.queries = queries;
    }

    /** The chart in the body of a request; what is wrong is said by {@link Input#check}. */
    public static Optional<Chart> read(Input input) {
        String title = input.requiredLine("title", LONGEST_TITLE);
        String query = input.requiredLine("query", LONGEST_QUERY);
        return input.required("shape", input.word("shape", Shape.words()))
                .map(shape -> new Chart(title, Shape.of(shape), query));
    }

    /**
     * What the chart shows the caller now, as JSON.
     *
     * @throws Problem 422 for the member {@code query} when it cannot be answered; 403 when the caller may not read what it asks
     *     about; 503 while the index is built
     */
    public byte[] data(Chart chart) {
        try {
            return chart.isOfPoints()
                    ? json.writeValueAsBytes(maps.map(chart.parameters()))
                    : cubes.cube(chart.parameters());
        } catch (IllegalArgumentException e) {
            throw wrong(new Text("Är inte skriven som i en adress.", "Is not written as in an address."))
                    .causedBy(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map cannot be written as JSON", e);
        } catch (Problem e) {
            throw e.status() == 400 || e.status() == 422 ? wrong(e.detail()).causedBy(e) : e;
        }
    }

    /** With all days written out, so that it asks about the same ones at any time. */
    public Chart fixed(Chart chart) {
        LocalDate today = queries.today();
        return changed(chart, value -> TimeRange.parse("query", value, today).written());
    }

    /** The same question about so many days later. */
    public Chart later(Chart chart, int days) {
        LocalDate today = queries.today();
        return changed(
                chart,
                value -> TimeRange.parse("query", value, today).later(days).written());
    }

    private static Chart changed(Chart chart, UnaryOperator<String> change) {
        var parameters = new LinkedHashMap<>(chart.parameters());
        for (String name : TIMES) {
            parameters.computeIfPresent(
                    name, (key, values) -> values.stream().map(change).toList());
        }
        return chart.with(parameters);
    }

    private static Problem wrong(Text detail) {
        return Problem.invalid(List.of(new FieldProblem("query", detail)));
    }
}
