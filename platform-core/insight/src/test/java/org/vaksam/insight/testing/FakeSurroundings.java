package org.vaksam.insight.testing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vaksam.spi.casework.RecordSurroundings;

/** What lies around records, in memory. */
public final class FakeSurroundings implements RecordSurroundings {
    private final Map<String, Surroundings> all = new ConcurrentHashMap<>();

    public void put(String record, Surroundings around) {
        all.put(record, around);
    }

    @Override
    public Map<String, Surroundings> of(Collection<String> records) {
        var found = new HashMap<>(all);
        found.keySet().retainAll(records);
        return found;
    }
}
