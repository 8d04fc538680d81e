package org.vaksam.insight.analysis;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.vaksam.insight.index.Ordinals;
import org.vaksam.insight.schema.Dimension;

/** The key numbers of one dimension in one segment. */
public final class DimensionValues {
    private final SortedDocValues values;
    private final int[] numberOf;

    public DimensionValues(Dimension dimension, Ordinals ordinals, LeafReader segment) throws IOException {
        this.values = DocValues.getSorted(segment, dimension.field());
        this.numberOf = ordinals.of(dimension.field()).of(segment);
    }

    /** Number of the record's key; 0 is {@code none}. */
    public int number(int doc) throws IOException {
        return values.advanceExact(doc) ? numberOf[values.ordValue()] : 0;
    }
}
