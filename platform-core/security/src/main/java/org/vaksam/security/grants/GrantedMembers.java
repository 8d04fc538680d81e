package org.vaksam.security.grants;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.security.store.GrantTable;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.security.UnitMembers;

/** People belong to the unit in which they have a role. */
@Component
public final class GrantedMembers implements UnitMembers {
    private final SecurityTables tables;
    private final Clock clock;

    @Activate
    public GrantedMembers(@Reference SecurityTables tables, @Reference Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public List<String> of(String unitId) {
        return tables
                .read(sql -> new GrantTable(sql).holdersByUnit(GrantTable.day(clock.instant())))
                .getOrDefault(unitId, Set.of())
                .stream()
                .sorted()
                .toList();
    }
}
