package org.vaksam.insight.signal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.insight.analysis.Labels;
import org.vaksam.insight.index.IndexHome;
import org.vaksam.insight.index.Ordinals;
import org.vaksam.insight.query.QueryBuilder;
import org.vaksam.insight.query.Scope;
import org.vaksam.insight.schema.Dimensions;
import org.vaksam.insight.signal.count.Observing;

/**
 * The signals of what a caller may see. Counted from nothing but those records, so that no signal can tell of others; kept as
 * long as the same is asked of the same index on the same day, and for a minute while records change. One is computed at a time:
 * it takes a processor for a while.
 */
@Component(service = Signals.class)
public final class Signals {
    private static final int KEPT = 64;
    private static final Duration HOLDS = Duration.ofMinutes(1);

    private final IndexHome index;
    private final QueryBuilder queries;
    private final Labels labels;
    private final Clock clock;
    private final Object computing = new Object();
    private final Map<Query, Kept> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Query, Kept> eldest) {
            return size() > KEPT;
        }
    };

    @Activate
    public Signals(
            @Reference IndexHome index,
            @Reference QueryBuilder queries,
            @Reference Labels labels,
            @Reference Clock clock) {
        this.index = index;
        this.queries = queries;
        this.labels = labels;
        this.clock = clock;
    }

    /** Of one state of the index at one time. */
    private record Kept(IndexReader.CacheKey state, Instant at, SignalSet signals) {
        boolean holds(IndexReader.CacheKey current, Instant time) {
            return day(time).equals(day(at))
                    && (state == current || !time.isBefore(at) && time.isBefore(at.plus(HOLDS)));
        }
    }

    /**
     * All of them, the least likely first.
     *
     * @param filters narrow the records that are looked at, as in a list
     * @param others  further parameters of the address, to be named when one is unknown
     */
    public SignalSet of(Scope scope, Map<String, List<String>> filters, List<String> others) {
        var all = new TreeMap<>(filters);
        all.put(Dimensions.MERGED.id(), List.of("false"));
        Query query = queries.build(scope, all, "", others);
        return index.search((searcher, ordinals) -> of(searcher, ordinals, query, filters));
    }

    private SignalSet of(IndexSearcher searcher, Ordinals ordinals, Query query, Map<String, List<String>> filters)
            throws IOException {
        Instant now = clock.instant();
        IndexReader.CacheKey state =
                searcher.getIndexReader().getReaderCacheHelper().getKey();
        Optional<SignalSet> known = known(query, state, now);
        if (known.isPresent()) {
            return known.get();
        }
        synchronized (computing) {
            Optional<SignalSet> meanwhile = known(query, state, now);
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            var observations = Observing.of(searcher, ordinals, query, now);
            SignalSet signals = new SignalMaker(observations, labels, day(now), new TreeMap<>(filters)).make();
            synchronized (kept) {
                kept.put(query, new Kept(state, now, signals));
            }
            return signals;
        }
    }

    private Optional<SignalSet> known(Query query, IndexReader.CacheKey state, Instant now) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(query))
                    .filter(each -> each.holds(state, now))
                    .map(Kept::signals);
        }
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, SwedishTime.ZONE);
    }
}
