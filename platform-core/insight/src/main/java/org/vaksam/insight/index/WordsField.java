package org.vaksam.insight.index;

import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.vaksam.insight.schema.IndexSchema;

/** Analysed text: no frequencies, no norms (relevance does not depend on other records), positions for phrases only. */
final class WordsField extends Field {
    private static final FieldType WITH_POSITIONS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType WORDS_ONLY = type(IndexOptions.DOCS);

    WordsField(String name, String text) {
        super(name, text, IndexSchema.WORDS.equals(name) ? WITH_POSITIONS : WORDS_ONLY);
    }

    private static FieldType type(IndexOptions options) {
        var type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }
}
