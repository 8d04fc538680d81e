package org.vaksam.insight.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vaksam.spi.records.RecordSteps;

/** Changes of state in memory. */
public final class FakeSteps implements RecordSteps {
    public volatile boolean complete = true;
    private final Map<String, List<Step>> steps = new ConcurrentHashMap<>();

    /** The record came from one state into the other. */
    public void move(String record, String from, String to, String phase, String at) {
        var all = new ArrayList<>(steps.getOrDefault(record, List.of()));
        all.add(new Step(from, to, phase, Instant.parse(at)));
        steps.put(record, List.copyOf(all));
    }

    @Override
    public Map<String, List<Step>> of(Collection<String> records) {
        var found = new HashMap<>(steps);
        found.keySet().retainAll(records);
        return found;
    }

    @Override
    public boolean complete() {
        return complete;
    }
}
