package org.vaksam.insight.like;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.vaksam.insight.schema.IndexSchema;

/**
 * The words of a text that tell it from others, each weighted by how rare it is (inverse document frequency, as Lucene's
 * MoreLikeThis does); words that nobody else or every twentieth record has do not tell anything.
 */
final class TellingWords {
    private static final int MOST = 25;
    private static final int MOST_LOOKED_UP = 400;
    private static final int RARE_ENOUGH = 20;
    private static final int FEW_RECORDS = 2_000;
    private static final int FEWEST = 2;

    private record Weighed(BytesRef word, double weight) {}

    private final List<Weighed> words;

    private TellingWords(List<Weighed> words) {
        this.words = words;
    }

    /** Of these Swedish stems, as this index knows them. */
    static TellingWords of(Collection<BytesRef> stems, IndexReader reader) throws IOException {
        int records = Math.max(1, reader.numDocs());
        int common = Math.max(FEW_RECORDS, records / RARE_ENOUGH);
        var weighed = new ArrayList<Weighed>();
        for (BytesRef stem :
                new LinkedHashSet<>(stems).stream().limit(MOST_LOOKED_UP).toList()) {
            int known = reader.docFreq(new Term(IndexSchema.SWEDISH, stem));
            if (known > 1 && known <= common && isWord(stem)) {
                weighed.add(new Weighed(stem, Math.log(1 + (double) records / known)));
            }
        }
        return new TellingWords(weighed.stream()
                .sorted(Comparator.comparingDouble((Weighed word) -> -word.weight()))
                .limit(MOST)
                .toList());
    }

    /** A single word makes nothing alike. */
    boolean tellNothing() {
        return words.size() < FEWEST;
    }

    /** Matches what has enough of them; its score is the sum of their weights. */
    Query query() {
        var any = new BooleanQuery.Builder();
        words.forEach(word -> any.add(
                new BoostQuery(
                        new ConstantScoreQuery(new TermQuery(new Term(IndexSchema.SWEDISH, word.word()))),
                        (float) word.weight()),
                Occur.SHOULD));
        return any.setMinimumNumberShouldMatch(Math.max(FEWEST, words.size() / 4))
                .build();
    }

    /** The highest score there can be. */
    double whole() {
        return words.stream().mapToDouble(Weighed::weight).sum();
    }

    private static boolean isWord(BytesRef stem) {
        String text = stem.utf8ToString();
        return text.length() > 2 && text.chars().anyMatch(Character::isLetter);
    }
}
