package org.vaksam.web.events;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vaksam.spi.records.RecordShares;

/** The shares of some records, read once and asked about for every listener. */
record SharesAtOnce(Map<String, List<RecordShares.Share>> shares, LocalDate today) implements RecordShares {

    static SharesAtOnce of(RecordShares source, Collection<String> records) {
        return new SharesAtOnce(source.of(records), source.today());
    }

    @Override
    public boolean isSharedWith(String record, Set<String> parties) {
        return shares.getOrDefault(record, List.of()).stream()
                .anyMatch(share ->
                        parties.contains(share.party()) && !share.until().isBefore(today));
    }

    @Override
    public Map<String, List<Share>> of(Collection<String> records) {
        return shares;
    }
}
