package org.vaksam.insight.analysis;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.vaksam.insight.index.Ordinals;
import org.vaksam.insight.schema.Dimension;
import org.vaksam.insight.schema.IndexSchema;

/** A cross table: every matching record is in exactly one cell. */
final class Cube {
    /** More are of no use to anybody. */
    static final int MOST_CELLS = 200_000;

    private static final int DENSE_UP_TO = 2_000_000;

    private final List<Dimension> dimensions;
    private final List<Measure> summed;

    Cube(List<Dimension> dimensions, List<Measure> measures) {
        this.dimensions = dimensions;
        this.summed = measures.stream()
                .filter(measure -> measure.kind() != Measure.Kind.COUNT)
                .toList();
    }

    CubeTable count(IndexSearcher searcher, Ordinals ordinals, Query query, Executor executor) throws IOException {
        long[] strides = strides(searcher, ordinals);
        long possible = strides[dimensions.size()];
        boolean dense = possible <= DENSE_UP_TO;
        var manager = new SegmentCollector(
                () -> dense
                        ? new DenseCells((int) possible, summed.size())
                        : new HashedCells(MOST_CELLS, summed.size()),
                (segment, cells) -> counter(segment, cells, ordinals, strides));
        Cells cells = new ParallelSearcher(searcher, executor).search(query, manager);
        if (cells.size() > MOST_CELLS) {
            throw TooManyCells.problem(MOST_CELLS);
        }
        List<Ordinals.Keys> keys = dimensions.stream()
                .map(dimension -> ordinals.of(dimension.field()))
                .toList();
        return CubeTable.of(dimensions, keys, strides, summed, cells);
    }

    /** Each dimension's weight in a cell's number, and at the end how many cells are possible. */
    private long[] strides(IndexSearcher searcher, Ordinals ordinals) throws IOException {
        var strides = new long[dimensions.size() + 1];
        strides[0] = 1;
        for (int i = 0; i < dimensions.size(); i++) {
            Ordinals.Keys keys = ordinals.of(dimensions.get(i).field());
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                keys.of(leaf.reader());
            }
            strides[i + 1] = Math.multiplyExact(strides[i], (long) keys.size());
        }
        return strides;
    }

    private SegmentCollector.DocumentCounter counter(LeafReader segment, Cells cells, Ordinals ordinals, long[] strides)
            throws IOException {
        var values = new DimensionValues[dimensions.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = new DimensionValues(dimensions.get(i), ordinals, segment);
        }
        var measures = new NumericDocValues[summed.size()];
        for (int i = 0; i < measures.length; i++) {
            measures[i] = DocValues.getNumeric(
                    segment, IndexSchema.number(summed.get(i).field()));
        }
        return doc -> {
            long cell = 0;
            for (int i = 0; i < values.length; i++) {
                cell += values[i].number(doc) * strides[i];
            }
            int slot = cells.slot(cell);
            cells.counts[slot]++;
            for (int i = 0; i < measures.length; i++) {
                if (measures[i].advanceExact(doc)) {
                    cells.sums[i][slot] += measures[i].longValue();
                    cells.present[i][slot]++;
                }
            }
        };
    }

    /** Positions of the summed measures among all of them. */
    static int[] positions(List<Measure> all) {
        var next = new int[] {0};
        return IntStream.range(0, all.size())
                .map(i -> all.get(i).kind() == Measure.Kind.COUNT ? -1 : next[0]++)
                .toArray();
    }
}
