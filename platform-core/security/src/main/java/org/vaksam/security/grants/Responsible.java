package org.vaksam.security.grants;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.security.organisation.UnitDirectory;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.GrantTable;
import org.vaksam.security.store.GrantTable.Holding;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.security.Responsibles;

/** Reads it from the organisation and the grants of today. Machines have roles, but answer for nothing. */
@Component
public final class Responsible implements Responsibles {
    private final SecurityTables tables;
    private final UnitDirectory units;
    private final Clock clock;

    @Activate
    public Responsible(@Reference SecurityTables tables, @Reference UnitDirectory units, @Reference Clock clock) {
        this.tables = tables;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Optional<String> manager(String unitId) {
        List<String> managers = units.managers(unitId);
        if (managers.isEmpty()) {
            return Optional.empty();
        }
        Set<String> able = tables.read(sql -> new AccountTable(sql).enabledPeople(managers));
        return managers.stream().filter(able::contains).findFirst();
    }

    @Override
    public List<String> holders(String role, Optional<String> unitId) {
        List<Holding> holdings = tables.read(sql -> ofToday(sql, role));
        var places = new ArrayList<Optional<String>>();
        unitId.ifPresent(id -> units.upwards(id).forEach(unit -> places.add(Optional.of(unit))));
        places.add(Optional.empty());
        for (Optional<String> place : places) {
            var there = new LinkedHashSet<String>();
            holdings.stream()
                    .filter(holding -> holding.grant().unit().equals(place))
                    .forEach(holding -> there.add(holding.account()));
            if (!there.isEmpty()) {
                return List.copyOf(there);
            }
        }
        return List.of();
    }

    private List<Holding> ofToday(Sql sql, String role) throws SQLException {
        LocalDate today = GrantTable.day(clock.instant());
        return new GrantTable(sql)
                .answering(role).stream()
                        .filter(holding -> holding.grant().isOn(today))
                        .toList();
    }
}
