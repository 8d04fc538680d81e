package org.vaksam.insight.index;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.vaksam.insight.schema.IndexSchema;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSteps.Step;

/** When a record was in which state: in the first one since it was made. */
final class StepFields {
    private static final String CLOSED = "closed";

    private StepFields() {}

    static void add(Document document, RecordRow row, List<Step> steps) {
        Map<String, Instant> first = new HashMap<>();
        Map<String, Instant> last = new HashMap<>();
        note(first, last, steps.isEmpty() ? row.state() : steps.get(0).from(), row.createdAt());
        steps.stream()
                .filter(step -> !step.from().equals(step.to()))
                .forEach(step -> note(first, last, step.to(), step.at()));
        first.forEach((state, at) -> add(document, IndexSchema.enteredFirst(state), at));
        last.forEach((state, at) -> add(document, IndexSchema.enteredLast(state), at));
        if (row.phase().equals(CLOSED)) {
            Instant closed = closedAt(row, steps);
            add(document, IndexSchema.enteredFirst(IndexSchema.CLOSED), closed);
            add(document, IndexSchema.enteredLast(IndexSchema.CLOSED), closed);
        }
    }

    /** Since when it is closed without a break. */
    private static Instant closedAt(RecordRow row, List<Step> steps) {
        Instant since = row.createdAt();
        for (int i = 0; i < steps.size(); i++) {
            boolean wasClosed = i > 0 && steps.get(i - 1).phase().equals(CLOSED);
            if (!wasClosed && steps.get(i).phase().equals(CLOSED)) {
                since = steps.get(i).at();
            }
        }
        return since;
    }

    private static void note(Map<String, Instant> first, Map<String, Instant> last, String state, Instant at) {
        first.putIfAbsent(state, at);
        last.put(state, at);
    }

    private static void add(Document document, String field, Instant at) {
        document.add(new NumericDocValuesField(field, at.toEpochMilli()));
    }
}
