package org.vaksam.insight.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.vaksam.insight.schema.IndexSchema;

/** Finds the records whose place in the organisation is no longer as indexed, because a unit moved. */
final class UnitRecords {
    private final OpenIndex index;

    UnitRecords(OpenIndex index) {
        this.index = index;
    }

    /** Ids of all records in the unit and below. */
    List<String> below(String unit) throws IOException {
        index.refresh();
        return index.search(
                (searcher, ordinals) -> ids(searcher, new TermQuery(new Term(IndexSchema.UNIT_PATH, unit))));
    }

    private static List<String> ids(IndexSearcher searcher, TermQuery query) throws IOException {
        var ids = new ArrayList<String>();
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                NumericDocValues high = DocValues.getNumeric(leaf.reader(), IndexSchema.ID_HIGH);
                NumericDocValues low = DocValues.getNumeric(leaf.reader(), IndexSchema.ID_LOW);
                Bits live = leaf.reader().getLiveDocs();
                DocIdSetIterator matches = scorer.iterator();
                for (int doc = matches.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matches.nextDoc()) {
                    if ((live == null || live.get(doc)) && high.advanceExact(doc) && low.advanceExact(doc)) {
                        ids.add(new UUID(high.longValue(), low.longValue()).toString());
                    }
                }
            }
        }
        return ids;
    }
}
