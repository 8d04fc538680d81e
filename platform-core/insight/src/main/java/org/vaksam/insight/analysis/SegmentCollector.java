package org.vaksam.insight.analysis;

import java.io.IOException;
import java.util.Collection;
import java.util.function.Supplier;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts matches into cells: a table for each thread, added together at the end. */
final class SegmentCollector implements CollectorManager<SegmentCollector.Slice, Cells> {
    private final Supplier<Cells> tables;
    private final Counting counting;

    SegmentCollector(Supplier<Cells> tables, Counting counting) {
        this.tables = tables;
        this.counting = counting;
    }

    /** How the matches of a segment are counted. */
    interface Counting {
        DocumentCounter in(LeafReader segment, Cells cells) throws IOException;
    }

    /** Counts one match. */
    interface DocumentCounter {
        void count(int doc) throws IOException;
    }

    @Override
    public Slice newCollector() {
        return new Slice(tables.get(), counting);
    }

    @Override
    public Cells reduce(Collection<Slice> slices) {
        var each = slices.iterator();
        if (!each.hasNext()) {
            return tables.get();
        }
        Cells all = each.next().cells;
        each.forEachRemaining(slice -> all.add(slice.cells));
        return all;
    }

    /** What one thread counts. */
    static final class Slice implements Collector {
        private final Cells cells;
        private final Counting counting;

        private Slice(Cells cells, Counting counting) {
            this.cells = cells;
            this.counting = counting;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
            DocumentCounter counter = counting.in(segment.reader(), cells);
            return new LeafCollector() {
                @Override
                public void setScorer(Scorable scorer) {}

                @Override
                public void collect(int doc) throws IOException {
                    counter.count(doc);
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
