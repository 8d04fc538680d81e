package org.vaksam.insight.text;

import java.util.List;
import org.apache.lucene.util.BytesRef;

/** What is indexed of a word: as it is written, its Swedish stems with those of its parts, its English stem where that differs. */
public final class Word {
    private final BytesRef written;
    private final List<BytesRef> swedish;
    private final List<BytesRef> english;

    Word(BytesRef written, List<BytesRef> swedish, List<BytesRef> english) {
        this.written = written;
        this.swedish = swedish;
        this.english = english;
    }

    public BytesRef written() {
        return written;
    }

    public List<BytesRef> swedish() {
        return swedish;
    }

    public List<BytesRef> english() {
        return english;
    }
}
