package org.vaksam.insight.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.insight.index.IndexHome;
import org.vaksam.insight.schema.Dimension;
import org.vaksam.insight.schema.IndexSchema;
import org.vaksam.insight.text.Spelling;

/** Words and keys that stand in records which the caller may see; of all others nothing is told, not even that they exist. */
@Component(service = IndexWords.class)
public final class IndexWords {
    private static final int MOST_KEYS = 20;
    private static final int MOST_TERMS = 5_000;

    private final IndexHome index;

    @Activate
    public IndexWords(@Reference IndexHome index) {
        this.index = index;
    }

    /** Keys of a dimension that are meant, in their order. */
    List<String> keys(Scope scope, Dimension dimension, Predicate<String> meant) {
        List<String> named = all(dimension).stream().filter(meant).limit(MOST_KEYS).toList();
        return List.copyOf(counts(scope, dimension, named).keySet());
    }

    /** All keys of a dimension, also of records that the caller may not see: to be counted before anybody is told. */
    public List<String> all(Dimension dimension) {
        return index.search((searcher, ordinals) -> {
            var keys = new ArrayList<String>();
            Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), dimension.field());
            TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
            while (each.next() != null && keys.size() < MOST_TERMS) {
                keys.add(each.term().utf8ToString());
            }
            return keys;
        });
    }

    /** In how many records that the caller sees each key stands; those of hidden records alone are left out. */
    public Map<String, Integer> counts(Scope scope, Dimension dimension, Collection<String> keys) {
        return index.search((searcher, ordinals) -> {
            var counts = new LinkedHashMap<String, Integer>();
            for (String key : keys) {
                int count = searcher.count(seen(scope, new TermQuery(new Term(dimension.field(), key))));
                if (count > 0) {
                    counts.put(key, count);
                }
            }
            return counts;
        });
    }

    /** What is meant by a word that no record has, if anything is like it. */
    Optional<String> instead(Scope scope, String word, Query typed) {
        return index.search((searcher, ordinals) -> {
            if (isSeen(searcher, scope, typed)) {
                return Optional.<String>empty();
            }
            for (String candidate : Spelling.of(searcher.getIndexReader(), word)) {
                if (isSeen(searcher, scope, new TermQuery(new Term(IndexSchema.WORDS, candidate)))) {
                    return Optional.of(candidate);
                }
            }
            return Optional.<String>empty();
        });
    }

    private static boolean isSeen(IndexSearcher searcher, Scope scope, Query query) throws IOException {
        return searcher.search(new ConstantScoreQuery(seen(scope, query)), 1).scoreDocs.length > 0;
    }

    private static Query seen(Scope scope, Query query) {
        return new BooleanQuery.Builder()
                .add(scope.visible(), Occur.FILTER)
                .add(query, Occur.FILTER)
                .build();
    }
}
