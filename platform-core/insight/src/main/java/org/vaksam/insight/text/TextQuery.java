package org.vaksam.insight.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.vaksam.insight.schema.IndexSchema;

/**
 * The words of a query: all must match, {@code "a phrase"} as it stands, {@code prefix*}, {@code similar~}. Understands anything:
 * signs that mean nothing are skipped. A title with the word comes first.
 */
public final class TextQuery {
    /** More than everything else that a word can count, for as many words as people type. */
    private static final float TITLE_WEIGHT = 50;

    private static final float NUMBER_WEIGHT = 1_000;
    private static final float EXACT_WEIGHT = 2;
    private static final int MOST_WORDS = 40;
    private static final int SHORTEST_FUZZY = 4;
    private static final int LONG_FUZZY = 8;

    /** So many letters at the beginning are never typed wrong. */
    static final int FIRST_LETTERS = 1;

    private final Analyzer analyzer;
    private final Compounds compounds;
    private final Set<String> stopWords = new HashSet<>();

    public TextQuery(Analyzer analyzer, Compounds compounds) {
        this.analyzer = analyzer;
        this.compounds = compounds;
        Lines.read(TextQuery.class, "stop-words.txt").forEach(stopWords::addAll);
    }

    /** The query; nothing matches a text without a single letter or digit. */
    public Query all(List<Piece> pieces) {
        List<Query> telling = new ArrayList<>();
        List<Query> small = new ArrayList<>();
        int room = MOST_WORDS;
        for (Piece piece : pieces) {
            List<String> found = words(IndexSchema.WORDS, piece.text());
            List<String> words = found.subList(0, Math.min(room, found.size()));
            if (words.isEmpty()) {
                continue;
            }
            room -= words.size();
            boolean stop = piece.kind() == Piece.Kind.WORD && stopWords.containsAll(words);
            (stop ? small : telling).add(query(piece, words));
        }
        return every(telling.isEmpty() ? small : telling);
    }

    /** All these words stand in the title, in any form. */
    public Query inTitle(String text) {
        List<String> found = words(IndexSchema.WORDS, text);
        return every(found.stream()
                .limit(MOST_WORDS)
                .map(word -> swedish(IndexSchema.TITLE, word))
                .toList());
    }

    /** The words that a text is made of. */
    public List<String> words(String text) {
        return words(IndexSchema.WORDS, text);
    }

    /** How many letters may differ in a word that is like another one. */
    public static int edits(String word) {
        int length = word.codePointCount(0, word.length());
        return length < SHORTEST_FUZZY ? 0 : length < LONG_FUZZY ? 1 : 2;
    }

    private Query query(Piece piece, List<String> words) {
        return switch (piece.kind()) {
            case PHRASE -> phrase(words);
            case PREFIX -> orNumber(prefix(words), new PrefixQuery(number(piece)));
            case SIMILAR -> every(words.stream().map(this::similar).toList());
            case WORD -> {
                Query all = every(words.stream().map(this::word).toList());
                boolean perhapsNumber = piece.text().chars().anyMatch(Character::isDigit);
                yield perhapsNumber ? orNumber(all, new TermQuery(number(piece))) : all;
            }
        };
    }

    private Query word(String word) {
        var any = new BooleanQuery.Builder();
        any.add(new BoostQuery(new TermQuery(new Term(IndexSchema.WORDS, word)), EXACT_WEIGHT), Occur.SHOULD);
        any.add(swedish(IndexSchema.SWEDISH, word), Occur.SHOULD);
        any.add(title(swedish(IndexSchema.TITLE, word)), Occur.SHOULD);
        for (String stem : words(IndexSchema.ENGLISH, word)) {
            any.add(new TermQuery(new Term(IndexSchema.ENGLISH, stem)), Occur.SHOULD);
            any.add(new TermQuery(new Term(IndexSchema.WORDS, stem)), Occur.SHOULD);
        }
        return any.build();
    }

    private Query similar(String word) {
        int edits = edits(word);
        return edits == 0
                ? word(word)
                : new BooleanQuery.Builder()
                        .add(word(word), Occur.SHOULD)
                        .add(new FuzzyQuery(new Term(IndexSchema.WORDS, word), edits, FIRST_LETTERS), Occur.SHOULD)
                        .build();
    }

    /** The word in any form, or all the parts of a compound. */
    private Query swedish(String field, String word) {
        var any = new BooleanQuery.Builder();
        Set<String> stems = new HashSet<>(List.of(SwedishStem.of(word), SwedishStem.of(compounds.base(word))));
        stems.forEach(stem -> any.add(new TermQuery(new Term(field, stem)), Occur.SHOULD));
        List<Query> parts = compounds.parts(word).stream()
                .<Query>map(part -> new TermQuery(new Term(field, SwedishStem.of(part))))
                .toList();
        if (!parts.isEmpty()) {
            any.add(every(parts), Occur.SHOULD);
        }
        return any.build();
    }

    private Query prefix(List<String> words) {
        var queries = new ArrayList<Query>();
        words.subList(0, words.size() - 1).forEach(word -> queries.add(word(word)));
        String beginning = words.get(words.size() - 1);
        queries.add(titleFirst(
                new PrefixQuery(new Term(IndexSchema.WORDS, beginning)),
                new PrefixQuery(new Term(IndexSchema.TITLE, beginning))));
        return every(queries);
    }

    private Query phrase(List<String> words) {
        var phrase = new PhraseQuery.Builder();
        words.forEach(word -> phrase.add(new Term(IndexSchema.WORDS, word)));
        return titleFirst(
                phrase.build(),
                every(words.stream()
                        .map(word -> swedish(IndexSchema.TITLE, word))
                        .toList()));
    }

    private static Query titleFirst(Query match, Query inTitle) {
        return new BooleanQuery.Builder()
                .add(match, Occur.MUST)
                .add(title(inTitle), Occur.SHOULD)
                .build();
    }

    /** Counts once, in whatever way the title matches. */
    private static Query title(Query match) {
        return new BoostQuery(new ConstantScoreQuery(match), TITLE_WEIGHT);
    }

    private static Query orNumber(Query words, Query number) {
        return new BooleanQuery.Builder()
                .add(words, Occur.SHOULD)
                .add(new BoostQuery(number, NUMBER_WEIGHT), Occur.SHOULD)
                .build();
    }

    private static Term number(Piece piece) {
        return new Term(IndexSchema.NUMBER, piece.text().toUpperCase(Locale.ROOT));
    }

    private static Query every(List<Query> queries) {
        if (queries.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        if (queries.size() == 1) {
            return queries.get(0);
        }
        var all = new BooleanQuery.Builder();
        queries.forEach(query -> all.add(query, Occur.MUST));
        return all.build();
    }

    private List<String> words(String field, String text) {
        return TextAnalyzer.words(analyzer, field, text);
    }
}
