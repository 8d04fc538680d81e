package org.vaksam.security.grants;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.security.store.GrantTable;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.security.AccessPreview;

/** Who reaches other units when units lie elsewhere: by their grants in units. A grant everywhere reaches all of them as before. */
@Component
public final class UnitReach implements AccessPreview {
    private final SecurityTables tables;
    private final Clock clock;

    @Activate
    public UnitReach(@Reference SecurityTables tables, @Reference Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public Difference of(List<Move> moves) {
        Map<String, Set<String>> holders =
                tables.read(sql -> new GrantTable(sql).holdersByUnit(GrantTable.day(clock.instant())));
        var gaining = new HashSet<String>();
        var losing = new HashSet<String>();
        for (Move move : moves) {
            Set<String> before = reaching(move.before(), holders);
            Set<String> after = reaching(move.after(), holders);
            after.stream().filter(account -> !before.contains(account)).forEach(gaining::add);
            before.stream().filter(account -> !after.contains(account)).forEach(losing::add);
        }
        return new Difference(gaining.size(), losing.size());
    }

    private static Set<String> reaching(Optional<String> path, Map<String, Set<String>> holders) {
        var accounts = new HashSet<String>();
        for (String unit : path.orElse("").split("/")) {
            accounts.addAll(holders.getOrDefault(unit, Set.of()));
        }
        return accounts;
    }
}
