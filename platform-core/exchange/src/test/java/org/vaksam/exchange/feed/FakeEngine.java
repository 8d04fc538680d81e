package org.vaksam.exchange.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vaksam.api.data.Ids;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.records.NewRecord;
import org.vaksam.api.records.Records;
import org.vaksam.api.text.Text;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSource;

/** The record engine in memory: stores each external key once, refuses titles that say so. */
public final class FakeEngine implements Records, RecordSource {
    /** By the key in the source. */
    public final Map<String, NewRecord> records = new ConcurrentHashMap<>();

    private final Map<String, String> ids = new ConcurrentHashMap<>();

    @Override
    public List<Outcome> createAll(List<NewRecord> all) {
        var outcomes = new ArrayList<Outcome>();
        for (NewRecord record : all) {
            String key = record.externalKey().orElseThrow().key();
            if (record.title().startsWith("refuse")) {
                var field = new FieldProblem("title", Text.same("not this one"));
                outcomes.add(new Outcome(Optional.empty(), false, Optional.of(Problem.invalid(List.of(field)))));
            } else {
                boolean created = records.putIfAbsent(key, record) == null;
                String id = ids.computeIfAbsent(key, any -> Ids.next());
                outcomes.add(new Outcome(Optional.of(id), created, Optional.empty()));
            }
        }
        return outcomes;
    }

    /** What became of this key. */
    public NewRecord stored(String key) {
        return Objects.requireNonNull(records.get(key));
    }

    public String id(String key) {
        return ids.getOrDefault(key, "");
    }

    @Override
    public List<RecordRow> byIds(List<String> wanted) {
        return wanted.stream().filter(ids::containsValue).map(FakeEngine::row).toList();
    }

    @Override
    public List<RecordRow> page(Optional<String> afterId, int limit) {
        return List.of();
    }

    @Override
    public long count() {
        return records.size();
    }

    private static RecordRow row(String id) {
        return RecordRow.builder(id, "T-1", "things.thing", "thing")
                .state("new", "open")
                .channel("feed")
                .build();
    }
}
