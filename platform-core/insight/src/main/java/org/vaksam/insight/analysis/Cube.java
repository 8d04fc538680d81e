package org.vaksam.insight.analysis;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.vaksam.insight.index.Ordinals;
import org.vaksam.insight.schema.Dimension;

/** A cross table: every matching record is in exactly one cell. */
final class Cube {
    /** More are of no use to anybody. */
    static final int MOST_CELLS = 200_000;

    /** A table of all possible cells may take so much memory; a larger one holds only those that occur. */
    private static final long DENSE_BYTES = 24L << 20;

    private static final int COUNT_BYTES = Integer.BYTES;
    private static final int SOURCE_BYTES = Long.BYTES + Integer.BYTES;
    private final List<Dimension> dimensions;
    private final List<ValueSource> sources;
    private final int kept;

    Cube(List<Dimension> dimensions, List<Measure> measures) {
        this.dimensions = dimensions;
        List<ValueSource> inFull = measures.stream()
                .filter(Measure::needsValues)
                .flatMap(measure -> measure.source().stream())
                .distinct()
                .toList();
        this.kept = inFull.size();
        this.sources = measures.stream()
                .flatMap(measure -> measure.source().stream())
                .distinct()
                .sorted(Comparator.comparing(source -> !inFull.contains(source)))
                .toList();
    }

    CubeTable count(IndexSearcher searcher, Ordinals ordinals, Query query, Executor executor) throws IOException {
        long[] strides = strides(searcher, ordinals);
        long possible = strides[dimensions.size()];
        boolean dense = possible <= DENSE_BYTES / (COUNT_BYTES + (long) SOURCE_BYTES * sources.size());
        var manager = new SegmentCollector(
                () -> dense
                        ? new DenseCells((int) possible, sources.size(), kept)
                        : new HashedCells(MOST_CELLS, sources.size(), kept),
                (segment, cells) -> counter(segment, cells, ordinals, strides));
        Cells cells = counted(new ParallelSearcher(searcher, executor), query, manager);
        if (cells.size() > MOST_CELLS) {
            throw TooManyCells.problem(MOST_CELLS);
        }
        List<Ordinals.Keys> keys = dimensions.stream()
                .map(dimension -> ordinals.of(dimension.field()))
                .toList();
        return CubeTable.of(dimensions, keys, strides, sources, cells);
    }

    private static Cells counted(ParallelSearcher searcher, Query query, SegmentCollector manager) throws IOException {
        try {
            return searcher.search(query, manager);
        } catch (ArithmeticException e) {
            throw TooManyCells.sums().causedBy(e);
        }
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
        var keys = new DimensionValues[dimensions.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = new DimensionValues(dimensions.get(i), ordinals, segment);
        }
        var values = new ValueSource.SegmentValues[sources.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = sources.get(i).in(segment);
        }
        return doc -> {
            long cell = 0;
            for (int i = 0; i < keys.length; i++) {
                cell += keys[i].number(doc) * strides[i];
            }
            int slot = cells.slot(cell);
            cells.counts[slot]++;
            for (int i = 0; i < values.length; i++) {
                if (values[i].advance(doc)) {
                    cells.add(i, slot, values[i].value());
                }
            }
        };
    }
}
