package org.vaksam.insight.index;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Text that was taken apart: no frequencies, no norms (relevance does not depend on other records), positions for phrases only. */
final class WordsField extends Field {
    private static final FieldType IN_ORDER = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType WORDS_ONLY = type(IndexOptions.DOCS);

    private final List<BytesRef> terms;

    private WordsField(String name, List<BytesRef> terms, FieldType type) {
        super(name, type);
        this.terms = terms;
    }

    /** A text whose phrases can be found. */
    static WordsField inOrder(String name, List<BytesRef> terms) {
        return new WordsField(name, terms, IN_ORDER);
    }

    static WordsField of(String name, List<BytesRef> terms) {
        return new WordsField(name, terms, WORDS_ONLY);
    }

    /** Lucene hands back the stream of the document before: one for each field and thread. */
    @Override
    public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
        Terms stream = reuse instanceof Terms before ? before : new Terms();
        stream.rest = terms.iterator();
        return stream;
    }

    private static FieldType type(IndexOptions options) {
        var type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    /** Terms as they are. */
    private static final class Terms extends TokenStream {
        private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
        private Iterator<BytesRef> rest = List.<BytesRef>of().iterator();

        @Override
        public boolean incrementToken() {
            if (!rest.hasNext()) {
                return false;
            }
            clearAttributes();
            term.setBytesRef(rest.next());
            return true;
        }
    }
}
