package org.vaksam.insight.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.util.BytesRef;
import org.vaksam.insight.schema.IndexSchema;

/** Takes texts apart once for all fields, and each word only when it was not met lately. May be used by many threads. */
public final class Vocabulary {
    private static final int REMEMBERED = 20_000;

    private final Analyzer analyzer;
    private final Map<String, Word> known = new ConcurrentHashMap<>();

    public Vocabulary(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** The words of a text, in its order. */
    public List<Word> words(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var words = new ArrayList<Word>();
        for (String word : TextAnalyzer.words(analyzer, IndexSchema.WORDS, composed)) {
            words.add(word(word));
        }
        return words;
    }

    private Word word(String text) {
        Word before = known.get(text);
        if (before != null) {
            return before;
        }
        var written = new BytesRef(text);
        if (text.chars().noneMatch(Character::isLetter)) {
            return new Word(written, List.of(written), List.of());
        }
        List<BytesRef> english = terms(IndexSchema.ENGLISH, text);
        var word = new Word(
                written,
                terms(IndexSchema.SWEDISH, text),
                english.stream().filter(stem -> !stem.equals(written)).toList());
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        known.put(text, word);
        return word;
    }

    private List<BytesRef> terms(String field, String word) {
        return TextAnalyzer.words(analyzer, field, word).stream()
                .map(BytesRef::new)
                .toList();
    }
}
