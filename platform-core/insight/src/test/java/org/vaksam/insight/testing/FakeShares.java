package org.vaksam.insight.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vaksam.spi.records.RecordShares;

/** Shares in memory, on the day that the test says. */
public final class FakeShares implements RecordShares {
    public volatile LocalDate today = LocalDate.of(2026, 3, 1);
    private final Map<String, List<Share>> shares = new ConcurrentHashMap<>();

    public void share(String record, String party, LocalDate until) {
        shares.merge(record, List.of(new Share(party, until)), (some, more) -> {
            var all = new ArrayList<>(some);
            all.addAll(more);
            return List.copyOf(all);
        });
    }

    public void withdraw(String record) {
        shares.remove(record);
    }

    @Override
    public boolean isSharedWith(String record, Set<String> parties) {
        return shares.getOrDefault(record, List.of()).stream()
                .anyMatch(share ->
                        parties.contains(share.party()) && !share.until().isBefore(today));
    }

    @Override
    public Map<String, List<Share>> of(Collection<String> records) {
        var found = new HashMap<String, List<Share>>(shares);
        found.keySet().retainAll(records);
        return found;
    }

    @Override
    public LocalDate today() {
        return today;
    }
}
