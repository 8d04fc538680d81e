package org.vaksam.records.engine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.records.definition.Assignment;
import org.vaksam.records.definition.Parties;
import org.vaksam.records.store.OpenCounts;
import org.vaksam.spi.security.Responsibles;

/** Who may get the records of one batch, and how much each of them has. For one thread. */
final class Candidates {
    private record Place(String role, Optional<String> unit) {}

    private final Responsibles responsibles;
    private final OpenCounts counts;
    private final Map<Place, List<String>> holders = new HashMap<>();
    private final Map<String, Optional<String>> managers = new HashMap<>();
    private final Map<String, Long> open = new HashMap<>();
    private final Map<String, Long> given = new HashMap<>();

    Candidates(Responsibles responsibles, OpenCounts counts) {
        this.responsibles = responsibles;
        this.counts = counts;
    }

    /** Who gets a record; whoever has it keeps it when they are as good as any. */
    Optional<String> pick(
            Assignment wanted, Optional<String> unit, Optional<String> reporter, Optional<String> before) {
        if (wanted instanceof Assignment.ToRole role) {
            return leastBusy(holders(new Place(role.role(), unit)), before);
        }
        return ((Assignment.ToParty) wanted).party().equals(Parties.REPORTER)
                ? reporter
                : unit.flatMap(id -> managers.computeIfAbsent(id, responsibles::manager));
    }

    private List<String> holders(Place place) {
        return holders.computeIfAbsent(place, asked -> responsibles.holders(asked.role(), asked.unit()));
    }

    private Optional<String> leastBusy(List<String> accounts, Optional<String> before) {
        if (before.filter(accounts::contains).isPresent()) {
            return before;
        }
        if (accounts.size() > 1) {
            counts.of(accounts.stream()
                            .filter(account -> !open.containsKey(account))
                            .toList())
                    .forEach(open::put);
        }
        Optional<String> picked = accounts.stream().min(Comparator.comparing(this::load));
        picked.ifPresent(account -> given.merge(account, 1L, Long::sum));
        return picked;
    }

    private long load(String account) {
        return open.getOrDefault(account, 0L) + given.getOrDefault(account, 0L);
    }
}
