package org.vaksam.insight.analysis;

import java.time.Clock;
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
    private static final int MOST_MEASURES = 8;

    /** Tables that are counted at the same time: each may take memory. */
    private static final int AT_ONCE = 6;

    private final IndexHome index;
    private final Labels labels;
    private final Clock clock;
    private final Places places = new Places(AT_ONCE);
    private final ExecutorService helpers =
            Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), Analysis::helper);

    @Activate
    public Analysis(@Reference IndexHome index, @Reference Labels labels, @Reference Clock clock) {
        this.index = index;
        this.labels = labels;
        this.clock = clock;
    }

    @Deactivate
    public void close() {
        helpers.shutdown();
    }

    /** The cross table as JSON. */
    public byte[] cube(Scope scope, Query query, List<String> dimensionIds, List<String> measureNames) {
        List<Dimension> dimensions = dimensions(scope, "dimensions", dimensionIds);
        List<Measure> measures = measures(scope, dimensionIds, measureNames);
        CubeTable table = counted(new Cube(dimensions, measures), query);
        return new CubeWriter(labels, scope.types(), dimensions, measures).write(table);
    }

    /** Beside the same of an earlier period, which this query matches. */
    public byte[] compared(
            Scope scope,
            Query query,
            Query earlier,
            Comparison comparison,
            List<String> dimensionIds,
            List<String> measureNames) {
        List<Dimension> dimensions = dimensions(scope, "dimensions", dimensionIds);
        List<Measure> measures = measures(scope, dimensionIds, measureNames);
        var cube = new Cube(dimensions, measures);
        CubeTable now = counted(cube, query);
        CubeTable then = counted(cube, earlier);
        return new CubeWriter(labels, scope.types(), dimensions, measures).write(now, then, comparison);
    }

    private CubeTable counted(Cube cube, Query query) {
        return places.with(() -> index.search((searcher, ordinals) -> cube.count(searcher, ordinals, query, helpers)));
    }

    private List<Measure> measures(Scope scope, List<String> dimensionIds, List<String> names) {
        if (names.size() > MOST_MEASURES) {
            throw BadParameter.value("measures", new Text("högst " + MOST_MEASURES, "at most " + MOST_MEASURES));
        }
        var age = new ValueSource.Age(clock.instant());
        return names.stream()
                .map(name -> Measure.parse(name, scope.dimensions(), age)
                        .filter(measure -> measure.of().isEmpty() || dimensionIds.contains(measure.of()))
                        .orElseThrow(() -> BadParameter.value("measures", possibleMeasures(scope))))
                .toList();
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

    /** Clusters of what is in view, or with more detail the squares of a heat map. */
    public MapPicture map(Query query, Optional<BoundingBox> view, int zoom, int detail) {
        var clusters = new MapClusters(view.orElseGet(BoundingBox::world), zoom, detail);
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
        String points = String.join(", ", TimePoints.possible(scope.dimensions()));
        String sv = "möjliga är count, share, share:D för en av indelningarna, och sum, mean, median eller p1-p99 av"
                + " fields.X för %s, av age och av time:A..B för %s";
        String en =
                "possible are count, share, share:D for one of the dimensions, and sum, mean, median or p1 to p99 of"
                        + " fields.X for %s, of age and of time:A..B for %s";
        return new Text(sv.formatted(names, points), en.formatted(names, points));
    }

    private static Thread helper(Runnable work) {
        var thread = new Thread(work, "insight-count");
        thread.setDaemon(true);
        return thread;
    }
}
