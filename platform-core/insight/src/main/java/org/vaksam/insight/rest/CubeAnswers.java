package org.vaksam.insight.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.insight.analysis.Analysis;
import org.vaksam.insight.analysis.Comparison;
import org.vaksam.insight.query.BadParameter;
import org.vaksam.insight.query.QueryBuilder;
import org.vaksam.insight.query.Scope;
import org.vaksam.insight.query.Scopes;
import org.vaksam.spi.records.RecordCubes;

/** Cross tables, the same for the address and for whoever makes a file of one. */
@Component(service = {CubeAnswers.class, RecordCubes.class})
public final class CubeAnswers implements RecordCubes {
    private static final int MOST_DIMENSIONS = 3;

    private final Analysis analysis;
    private final Scopes scopes;
    private final QueryBuilder queries;

    @Activate
    public CubeAnswers(@Reference Analysis analysis, @Reference Scopes scopes, @Reference QueryBuilder queries) {
        this.analysis = analysis;
        this.scopes = scopes;
        this.queries = queries;
    }

    @Override
    public byte[] cube(Map<String, List<String>> address) {
        var parameters = new Parameters(address, "type", "q", "dimensions", "measures", "compare");
        List<String> dimensions = parameters.list("dimensions");
        if (dimensions.size() > MOST_DIMENSIONS) {
            throw BadParameter.value("dimensions", new Text("högst tre", "at most three"));
        }
        List<String> named = parameters.list("measures");
        List<String> measures = named.isEmpty() ? List.of("count") : named;
        Scope scope = scopes.of(parameters.values("type"));
        Query query = parameters.query(queries, scope);
        Optional<String> compare = parameters.text("compare");
        if (compare.isEmpty()) {
            return analysis.cube(scope, query, dimensions, measures);
        }
        var comparison = Comparison.of(compare.get(), parameters.filters(), queries.today());
        Query earlier = parameters.query(queries, scope, comparison.filters());
        return analysis.compared(scope, query, earlier, comparison, dimensions, measures);
    }
}
