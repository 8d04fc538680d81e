package org.vaksam.insight.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.lucene.search.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.insight.index.IndexHome;
import org.vaksam.insight.query.BadParameter;
import org.vaksam.insight.query.BoundingBox;
import org.vaksam.insight.query.Scope;
import org.vaksam.insight.schema.Dimension;

/** Counts what a query matches, in the ways the situation picture needs. */
@Component(service = Analysis.class)
public final class Analysis {
    private final IndexHome index;
    private final Labels labels;
    private final ExecutorService helpers =
            Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), Analysis::helper);

    @Activate
    public Analysis(@Reference IndexHome index, @Reference Labels labels) {
        this.index = index;
        this.labels = labels;
    }

    @Deactivate
    public void close() {
        helpers.shutdown();
    }

    /** The cross table as JSON. */
    public byte[] cube(Scope scope, Query query, List<String> dimensionIds, List<String> measureNames) {
        List<Dimension> dimensions = dimensions(scope, "dimensions", dimensionIds);
        List<Measure> measures = measureNames.stream()
                .map(name -> Measure.parse(name, scope.dimensions())
                        .orElseThrow(() -> BadParameter.value("measures", possibleMeasures(scope))))
                .toList();
        var cube = new Cube(dimensions, measures);
        CubeTable table = index.search((searcher, ordinals) -> cube.count(searcher, ordinals, query, helpers));
        return new CubeWriter(labels, scope.types()).write(table, dimensions, measures);
    }

    /** The biggest values by dimension. */
    public FacetCounts facets(Scope scope, Query query, List<String> dimensionIds, int limit) {
        List<Dimension> dimensions = dimensions(scope, "fields", dimensionIds);
        var facets = new Facets(dimensions, limit);
        return index.search((searcher, ordinals) -> {
            List<List<Facet>> counts = facets.count(searcher, ordinals, query, helpers, labels, scope.types());
            Map<String, List<Facet>> byId = new LinkedHashMap<>();
            for (int i = 0; i < counts.size(); i++) {
                byId.put(dimensions.get(i).id(), counts.get(i));
            }
            return new FacetCounts(byId, searcher.count(query));
        });
    }

    /** Clusters of what is in view. */
    public MapPicture map(Query query, Optional<BoundingBox> view, int zoom) {
        var clusters = new MapClusters(view.orElseGet(BoundingBox::world), zoom);
        return index.search((searcher, ordinals) -> {
            List<Cluster> counted = clusters.count(searcher, query, helpers);
            long located = counted.stream().mapToLong(Cluster::count).sum();
            return new MapPicture(counted, located, searcher.count(query));
        });
    }

    private static List<Dimension> dimensions(Scope scope, String parameter, List<String> ids) {
        return ids.stream()
                .map(id -> scope.dimensions()
                        .find(id)
                        .orElseThrow(() -> BadParameter.value(parameter, possibleDimensions(scope))))
                .toList();
    }

    private static Text possibleDimensions(Scope scope) {
        String names = String.join(", ", scope.dimensions().ids());
        return new Text("möjliga är " + names, "possible are " + names);
    }

    private static Text possibleMeasures(Scope scope) {
        String names = String.join(", ", scope.dimensions().measures());
        return new Text(
                "möjliga är count, och sum:fields.X eller mean:fields.X för " + names,
                "possible are count, and sum:fields.X or mean:fields.X for " + names);
    }

    private static Thread helper(Runnable work) {
        var thread = new Thread(work, "insight-count");
        thread.setDaemon(true);
        return thread;
    }
}
