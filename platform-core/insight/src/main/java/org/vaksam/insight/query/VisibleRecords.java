package org.vaksam.insight.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.util.BytesRef;
import org.vaksam.api.security.Scope;
import org.vaksam.insight.schema.Dimensions;
import org.vaksam.insight.schema.IndexSchema;
import org.vaksam.spi.records.RecordVisibility;

/**
 * {@link RecordVisibility} as a query. Units are matched by the ancestors that every document carries, so that a subtree is one
 * term however large it is; when a unit moves, the documents below it are made anew.
 */
final class VisibleRecords {
    private final List<BytesRef> whole = new ArrayList<>();
    private final List<Query> parts = new ArrayList<>();
    private final String today;

    /** As it is on this day, which decides what is still shared. */
    VisibleRecords(LocalDate today) {
        this.today = today.toString();
    }

    void add(String type, RecordVisibility visibility) {
        add(IndexSchema.access(type, false), visibility, List.of(visibility.read()));
        if (!visibility.restricted().isNowhere()) {
            add(IndexSchema.access(type, true), visibility, List.of(visibility.read(), visibility.restricted()));
        }
    }

    /** Matches what was added. */
    Query query() {
        if (parts.isEmpty()) {
            return whole(whole);
        }
        var any = new BooleanQuery.Builder();
        parts.forEach(part -> any.add(part, Occur.SHOULD));
        any.add(whole(whole), Occur.SHOULD);
        return any.build();
    }

    private void add(String access, RecordVisibility visibility, List<Scope> scopes) {
        if (scopes.stream().allMatch(Scope::everywhere)) {
            whole.add(new BytesRef(access));
            return;
        }
        var part = new BooleanQuery.Builder().add(new TermQuery(new Term(IndexSchema.ACCESS, access)), Occur.FILTER);
        scopes.stream()
                .filter(scope -> !scope.everywhere())
                .forEach(scope -> part.add(within(scope, visibility), Occur.FILTER));
        parts.add(part.build());
    }

    private Query within(Scope scope, RecordVisibility visibility) {
        List<BytesRef> units = scope.units().stream().map(BytesRef::new).toList();
        var within = new BooleanQuery.Builder().add(new TermInSetQuery(IndexSchema.UNIT_PATH, units), Occur.SHOULD);
        visibility.self().ifPresent(account -> within.add(
                        new TermQuery(new Term(IndexSchema.REPORTER, account)), Occur.SHOULD)
                .add(new TermQuery(new Term(Dimensions.ASSIGNEE.field(), account)), Occur.SHOULD));
        visibility.parties().forEach(party -> within.add(shared(party), Occur.SHOULD));
        return within.build();
    }

    /** Shared with this party today or longer. */
    private Query shared(String party) {
        return TermRangeQuery.newStringRange(
                IndexSchema.SHARED, IndexSchema.shared(party, today), IndexSchema.shared(party, "~"), true, true);
    }

    private static Query whole(List<BytesRef> terms) {
        return terms.size() == 1
                ? new TermQuery(new Term(IndexSchema.ACCESS, terms.get(0)))
                : new TermInSetQuery(IndexSchema.ACCESS, terms);
    }
}
