package org.vaksam.insight.like;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.insight.index.IndexHome;
import org.vaksam.insight.index.PersonKeys;
import org.vaksam.insight.query.Scopes;
import org.vaksam.insight.schema.IndexSchema;
import org.vaksam.insight.text.Compounds;
import org.vaksam.insight.text.TextAnalyzer;
import org.vaksam.insight.text.Vocabulary;
import org.vaksam.spi.records.RecordLikeness;
import org.vaksam.spi.records.RecordRow;

/** Finds what resembles a record in the index, within what the caller may see. */
@Component
public final class IndexedLikeness implements RecordLikeness {
    private static final Sort BEST =
            new Sort(SortField.FIELD_SCORE, new SortField(IndexSchema.ID_HIGH, SortField.Type.LONG, true), low());
    private static final Sort NEWEST = new Sort(new SortField(IndexSchema.ID_HIGH, SortField.Type.LONG, true), low());

    private final IndexHome index;
    private final Scopes scopes;
    private final Vocabulary vocabulary = new Vocabulary(TextAnalyzer.of(new Compounds()));

    @Activate
    public IndexedLikeness(@Reference IndexHome index, @Reference Scopes scopes) {
        this.index = index;
        this.scopes = scopes;
    }

    @Override
    public List<Like> similarText(RecordRow row, int limit) {
        List<BytesRef> stems = Stream.of(row.title(), row.description())
                .flatMap(text -> vocabulary.words(text).stream())
                .flatMap(word -> word.swedish().stream())
                .toList();
        Query visible = scopes.of(List.of()).visible();
        return index.search((searcher, ordinals) -> {
            TellingWords words = TellingWords.of(stems, searcher.getIndexReader());
            if (words.tellNothing()) {
                return List.<Like>of();
            }
            double whole = words.whole();
            var likes = new ArrayList<Like>();
            for (FieldDoc hit : best(searcher, within(visible, words.query()), BEST, limit + 1)) {
                likes.add(new Like(id(hit), Math.min(1, ((Number) hit.fields[0]).doubleValue() / whole)));
            }
            return others(likes, row, limit);
        });
    }

    @Override
    public List<String> samePeople(RecordRow row, int limit) {
        Set<String> keys = PersonKeys.of(row);
        if (keys.isEmpty()) {
            return List.of();
        }
        Query named = new TermInSetQuery(
                IndexSchema.PERSON, keys.stream().map(BytesRef::new).toList());
        Query visible = scopes.of(List.of()).visible();
        return index.search((searcher, ordinals) -> best(searcher, within(visible, named), NEWEST, limit + 1).stream()
                .map(IndexedLikeness::id)
                .filter(id -> !id.equals(row.id()))
                .limit(limit)
                .toList());
    }

    private static List<Like> others(List<Like> likes, RecordRow row, int limit) {
        return likes.stream()
                .filter(like -> !like.id().equals(row.id()))
                .limit(limit)
                .toList();
    }

    private static Query within(Query visible, Query wanted) {
        return new BooleanQuery.Builder()
                .add(visible, Occur.FILTER)
                .add(wanted, Occur.MUST)
                .build();
    }

    private static List<FieldDoc> best(IndexSearcher searcher, Query query, Sort sort, int limit) throws IOException {
        var hits = new ArrayList<FieldDoc>();
        for (ScoreDoc hit : searcher.search(query, limit, sort).scoreDocs) {
            hits.add((FieldDoc) hit);
        }
        return hits;
    }

    /** The last two sort values. */
    private static String id(FieldDoc hit) {
        int values = hit.fields.length;
        return new UUID((Long) hit.fields[values - 2], (Long) hit.fields[values - 1]).toString();
    }

    private static SortField low() {
        return new SortField(IndexSchema.ID_LOW, SortField.Type.LONG, true);
    }
}
