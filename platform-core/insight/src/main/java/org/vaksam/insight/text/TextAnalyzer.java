package org.vaksam.insight.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.vaksam.insight.schema.IndexSchema;

/** From text to words: as written, as Swedish stems with the parts of compounds, as English stems. Stop words are kept. */
public final class TextAnalyzer {
    /** No phrase begins in the title and ends in the description. */
    private static final int PHRASES_END = 100;

    private TextAnalyzer() {}

    /** The analyser of every text field. */
    public static Analyzer of(Compounds compounds) {
        Analyzer swedish = chain(words -> new SwedishFilter(words, compounds));
        return new PerFieldAnalyzerWrapper(
                chain(words -> words),
                Map.of(
                        IndexSchema.SWEDISH, swedish,
                        IndexSchema.TITLE, swedish,
                        IndexSchema.ENGLISH, chain(words -> new PorterStemFilter(new EnglishPossessiveFilter(words)))));
    }

    /** What this field's chain makes of a text. */
    static List<String> words(Analyzer analyzer, String field, String text) {
        var words = new ArrayList<String>();
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static Analyzer chain(Stems stems) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer tokenizer = new StandardTokenizer();
                return new TokenStreamComponents(tokenizer, stems.of(new AccentFilter(new LowerCaseFilter(tokenizer))));
            }

            @Override
            public int getPositionIncrementGap(String field) {
                return PHRASES_END;
            }

            @Override
            protected TokenStream normalize(String field, TokenStream input) {
                return new AccentFilter(new LowerCaseFilter(input));
            }
        };
    }

    /** The last step of a chain. */
    private interface Stems {
        TokenStream of(TokenStream words);
    }
}
