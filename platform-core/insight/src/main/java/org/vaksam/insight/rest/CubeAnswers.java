package org.vaksam.insight.rest;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.insight.analysis.Analysis;
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
        var parameters = new Parameters(address, "type", "q", "dimensions", "measures");
        List<String> dimensions = parameters.list("dimensions");
        if (dimensions.size() > MOST_DIMENSIONS) {
            throw BadParameter.value("dimensions", new Text("högst tre", "at most three"));
        }
        List<String> measures = parameters.list("measures");
        Scope scope = scopes.of(parameters.values("type"));
        return analysis.cube(
                scope, parameters.query(queries, scope), dimensions, measures.isEmpty() ? List.of("count") : measures);
    }
}
