package org.vaksam.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.records.NewRecord;
import org.vaksam.api.records.Records;
import org.vaksam.api.text.Text;

/** The record engine in memory: knows each external key once, refuses titles that say so. */
final class FakeRecords implements Records {
    final Set<String> keys = new HashSet<>();
    final List<String> offered = new ArrayList<>();
    private int batches;
    private volatile IntConsumer beforeBatch = number -> {};

    /** Runs before every batch with its number, from 1; may throw. */
    void before(IntConsumer hook) {
        beforeBatch = hook;
    }

    @Override
    public List<Outcome> createAll(List<NewRecord> records) {
        batches++;
        beforeBatch.accept(batches);
        return records.stream().map(this::create).toList();
    }

    private Outcome create(NewRecord record) {
        String key = record.externalKey().orElseThrow().key();
        offered.add(key);
        if (record.title().startsWith("refuse")) {
            var field = new FieldProblem("title", Text.same("not this \0 one"));
            return new Outcome(Optional.empty(), false, Optional.of(Problem.invalid(List.of(field))));
        }
        return new Outcome(Optional.of(key), keys.add(key), Optional.empty());
    }
}
