package org.vaksam.insight.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.vaksam.api.text.Text;
import org.vaksam.insight.index.Ordinals;
import org.vaksam.insight.schema.Dimension;

/** The biggest values of several dimensions, all counted in one pass: one row of slots behind the other. */
final class Facets {
    private final List<Dimension> dimensions;
    private final int limit;

    Facets(List<Dimension> dimensions, int limit) {
        this.dimensions = dimensions;
        this.limit = limit;
    }

    /** Counts by dimension, in the order of the dimensions. */
    List<List<Facet>> count(
            IndexSearcher searcher,
            Ordinals ordinals,
            Query query,
            Executor executor,
            Labels labels,
            List<String> types)
            throws IOException {
        int[] starts = starts(searcher, ordinals);
        var manager = new SegmentCollector(
                () -> new DenseCells(starts[dimensions.size()], 0, 0),
                (segment, cells) -> counter(segment, cells, ordinals, starts));
        Cells cells = new ParallelSearcher(searcher, executor).search(query, manager);
        var facets = new ArrayList<List<Facet>>();
        for (int i = 0; i < dimensions.size(); i++) {
            facets.add(biggest(i, starts, cells, ordinals, labels, types));
        }
        return facets;
    }

    private int[] starts(IndexSearcher searcher, Ordinals ordinals) throws IOException {
        var starts = new int[dimensions.size() + 1];
        for (int i = 0; i < dimensions.size(); i++) {
            Ordinals.Keys keys = ordinals.of(dimensions.get(i).field());
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                keys.of(leaf.reader());
            }
            starts[i + 1] = starts[i] + keys.size();
        }
        return starts;
    }

    private SegmentCollector.DocumentCounter counter(LeafReader segment, Cells cells, Ordinals ordinals, int[] starts)
            throws IOException {
        var values = new DimensionValues[dimensions.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = new DimensionValues(dimensions.get(i), ordinals, segment);
        }
        return doc -> {
            for (int i = 0; i < values.length; i++) {
                cells.counts[starts[i] + values[i].number(doc)]++;
            }
        };
    }

    private List<Facet> biggest(
            int at, int[] starts, Cells cells, Ordinals ordinals, Labels labels, List<String> types) {
        Dimension dimension = dimensions.get(at);
        Ordinals.Keys keys = ordinals.of(dimension.field());
        int start = starts[at];
        List<Integer> numbers = IntStream.range(0, starts[at + 1] - start)
                .filter(number -> cells.counts[start + number] > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer number) -> -cells.counts[start + number])
                        .thenComparing(keys::key))
                .limit(limit)
                .toList();
        Map<String, Text> names =
                labels.of(dimension, numbers.stream().map(keys::key).toList(), types);
        var filterKeys = labels.filterKeys(dimension);
        return numbers.stream()
                .map(number -> {
                    String key = keys.key(number);
                    Text label = names.getOrDefault(key, Text.same(key));
                    return new Facet(filterKeys.apply(key), label, cells.counts[start + number]);
                })
                .toList();
    }
}
