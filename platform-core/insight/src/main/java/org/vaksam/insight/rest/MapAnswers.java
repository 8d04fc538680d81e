package org.vaksam.insight.rest;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.insight.analysis.Analysis;
import org.vaksam.insight.analysis.MapPicture;
import org.vaksam.insight.query.BoundingBox;
import org.vaksam.insight.query.QueryBuilder;
import org.vaksam.insight.query.Scope;
import org.vaksam.insight.query.Scopes;

/** What is in view of a map, the same for the address and for whoever keeps a map. */
@Component(service = MapAnswers.class)
public final class MapAnswers {
    private final Analysis analysis;
    private final Scopes scopes;
    private final QueryBuilder queries;

    @Activate
    public MapAnswers(@Reference Analysis analysis, @Reference Scopes scopes, @Reference QueryBuilder queries) {
        this.analysis = analysis;
        this.scopes = scopes;
        this.queries = queries;
    }

    /** Clusters for a view of the map; with more detail, squares for a heat map. */
    public MapPicture map(Map<String, List<String>> address) {
        var parameters = new Parameters(address, "type", "q", "zoom", "detail");
        Scope scope = scopes.of(parameters.values("type"));
        var view = parameters.text("bbox").map(box -> BoundingBox.parse("bbox", box));
        int zoom = parameters.number("zoom", 5, 0, 20);
        return analysis.map(parameters.query(queries, scope), view, zoom, parameters.number("detail", 0, 0, 3));
    }
}
