package org.vaksam.insight.index;

import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.InvertableType;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** A key as it is: a term for filters and a value for counting and sorting, at most one for a document. */
final class KeyField extends Field {
    private static final FieldType TYPE = type();

    KeyField(String name, String key) {
        super(name, new BytesRef(key), TYPE);
    }

    @Override
    public InvertableType invertableType() {
        return InvertableType.BINARY;
    }

    private static FieldType type() {
        var type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS);
        type.setOmitNorms(true);
        type.setTokenized(false);
        type.setDocValuesType(DocValuesType.SORTED);
        type.freeze();
        return type;
    }
}
