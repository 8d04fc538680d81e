package org.vaksam.insight.testing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.vaksam.api.problem.Problem;
import org.vaksam.insight.analysis.Analysis;
import org.vaksam.insight.analysis.Labels;
import org.vaksam.insight.area.AreaMap;
import org.vaksam.insight.chart.Charts;
import org.vaksam.insight.index.DocumentSources;
import org.vaksam.insight.index.IndexHome;
import org.vaksam.insight.like.IndexedLikeness;
import org.vaksam.insight.query.IndexWords;
import org.vaksam.insight.query.IndexedRecordSearch;
import org.vaksam.insight.query.People;
import org.vaksam.insight.query.QueryBuilder;
import org.vaksam.insight.query.QueryReader;
import org.vaksam.insight.query.Scopes;
import org.vaksam.insight.rest.CubeAnswers;
import org.vaksam.insight.rest.InsightResource;
import org.vaksam.insight.rest.MapAnswers;
import org.vaksam.insight.rest.QueryResource;
import org.vaksam.insight.rest.SearchResource;
import org.vaksam.insight.signal.Signal;
import org.vaksam.insight.signal.Signals;
import org.vaksam.insight.suggest.MatchingRecords;
import org.vaksam.insight.suggest.Suggestions;
import org.vaksam.spi.records.RecordLikeness;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSearch;
import org.vaksam.spi.records.RecordSource;

/** Everything there is, around a real index; can be stopped and started again. */
public final class World implements AutoCloseable {
    public final FakeJournal journal = new FakeJournal();
    public final FakeRecords records = new FakeRecords();
    public final FakeTypes types = new FakeTypes();
    public final FakeUnits units = new FakeUnits();
    public final FakeShares shares = new FakeShares();
    public final FakeSteps steps = new FakeSteps();
    public final FakeSurroundings surroundings = new FakeSurroundings();
    public volatile AreaMap areas = AreaMap.NONE;
    public final FakeAccess access = new FakeAccess();

    private final Path folder;
    private final RecordSource source;
    private final Scopes scopes = new Scopes(access, types, shares);
    private final People people = new People(units, new FakeAccounts(), new FakeAssets());
    private final Clock clock;
    private Running running;

    private record Running(
            IndexHome index,
            Analysis analysis,
            RecordSearch search,
            QueryBuilder queries,
            QueryReader reader,
            Labels labels) {}

    public World(Path folder) {
        this(folder, Clock.systemUTC());
    }

    /** At another time. */
    public World(Path folder, Clock clock) {
        this.clock = clock;
        this.folder = folder;
        this.source = records;
        this.running = run();
        awaitReady();
    }

    /** Over other records than those put into it. */
    public World(Path folder, RecordSource source) {
        this.clock = Clock.systemUTC();
        this.folder = folder;
        this.source = source;
        this.running = run();
    }

    /** How long it took until the index answered. */
    public long readyAfterMillis() {
        long start = System.nanoTime();
        while (!running.index().status().answers()) {
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    public void stop() {
        try {
            running.analysis().close();
            running.index().close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public void start() {
        running = run();
        awaitReady();
    }

    public IndexHome index() {
        return running.index();
    }

    /** Stores and journals. */
    public void put(Row... rows) {
        for (Row row : rows) {
            RecordRow built = row.build();
            records.put(built);
            journal.append("record.created", built.type(), built.id());
        }
    }

    /** Waits until searches see everything, however busy the machine is. */
    public void settle() {
        try {
            if (!running.index().hasAll(Duration.ofMinutes(1))) {
                throw new IllegalStateException("the index did not get there");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void delete(String id) {
        records.remove(id);
        journal.append("record.deleted", FakeTypes.REPORT, id);
    }

    public RecordSearch.Page search(RecordQuery query) {
        return running.search().search(query);
    }

    /** As somebody who makes a file of all asks. */
    public long all(RecordQuery query, long most, Consumer<List<String>> pages) {
        return running.search().all(query, most, pages);
    }

    /** Numbers of the records that match, by filters as {@code name=value}. */
    public List<String> list(String... filters) {
        return search(query("", filters)).ids();
    }

    public long total(String... filters) {
        return search(query("", filters)).total();
    }

    public List<String> find(String text) {
        return search(query(text)).ids();
    }

    public static RecordQuery query(String text, String... filters) {
        Map<String, List<String>> byName = new java.util.TreeMap<>();
        for (String filter : filters) {
            int equals = filter.indexOf('=');
            byName.computeIfAbsent(filter.substring(0, equals), name -> new ArrayList<>())
                    .add(filter.substring(equals + 1));
        }
        return new RecordQuery(List.of(), byName, text, "", Optional.empty(), 200);
    }

    /** Signals at the time of this clock. */
    public Signals signals(Clock now) {
        return new Signals(running.index(), running.queries(), running.labels(), now);
    }

    /** The signals of whoever asks now. */
    public List<Signal> signals(Signals signals, String... filters) {
        settle();
        return signals.of(scopes.of(List.of()), query("", filters).filters(), List.of())
                .signals();
    }

    public Scopes scopes() {
        return scopes;
    }

    public RecordLikeness likeness() {
        return new IndexedLikeness(running.index(), scopes);
    }

    public InsightResource insight() {
        return new InsightResource(
                cubes(), maps(), running.analysis(), scopes, running.queries(), running.index(), access);
    }

    /** Charts of whoever asks now. */
    public Charts charts() {
        return new Charts(cubes(), maps(), running.queries());
    }

    private CubeAnswers cubes() {
        return new CubeAnswers(running.analysis(), scopes, running.queries());
    }

    private MapAnswers maps() {
        return new MapAnswers(running.analysis(), scopes, running.queries());
    }

    public SearchResource searchResource() {
        return new SearchResource(running.search(), records, access, units, shares, journal, running.reader(), scopes);
    }

    public QueryResource queryResource() {
        var matching = new MatchingRecords(running.search(), source, units, shares);
        return new QueryResource(
                running.reader(),
                scopes,
                new Suggestions(running.analysis(), new IndexWords(running.index()), running.labels(), matching));
    }

    @Override
    public void close() {
        stop();
    }

    /** Asks until the index answers; each question waits for it a while by itself. */
    public void awaitReady() {
        for (int attempt = 0; attempt < 20; attempt++) {
            try {
                total();
                return;
            } catch (Problem e) {
                if (e.status() != 503) {
                    throw e;
                }
            }
        }
        throw new IllegalStateException("the index did not become ready");
    }

    private Running run() {
        var sources = new DocumentSources(source, types, units, shares, steps, surroundings, () -> areas);
        var index = IndexHome.in(folder, journal, sources);
        var labels = new Labels(types, units, new FakeAccounts(), new FakeAssets(), () -> areas);
        var analysis = new Analysis(index, labels, clock);
        var reader = new QueryReader(people, units, labels, new IndexWords(index), clock);
        var queries = new QueryBuilder(reader);
        return new Running(index, analysis, new IndexedRecordSearch(index, scopes, queries), queries, reader, labels);
    }
}
