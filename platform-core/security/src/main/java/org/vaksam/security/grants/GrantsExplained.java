package org.vaksam.security.grants;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.security.store.GrantRow;
import org.vaksam.security.store.GrantTable;
import org.vaksam.security.store.GrantTable.Held;
import org.vaksam.security.store.GroupTable;
import org.vaksam.security.store.GroupTable.Group;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.security.store.RoleTable;
import org.vaksam.security.store.RoleTable.Role;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.security.Grants;

/** Answers why somebody has a permission from the same rows that give it. */
@Component(service = Grants.class)
public final class GrantsExplained implements Grants {
    private final SecurityTables tables;

    @Activate
    public GrantsExplained(@Reference SecurityTables tables) {
        this.tables = tables;
    }

    @Override
    public List<Reason> reasons(String account, Set<String> permissions) {
        return tables.read(sql -> {
            Map<String, Role> roles =
                    new RoleTable(sql).all().stream().collect(Collectors.toMap(Role::id, Function.identity()));
            var groups = new GroupTable(sql);
            var reasons = new ArrayList<Reason>();
            for (Held held : new GrantTable(sql).held(account, GrantTable.day(Instant.now()))) {
                GrantRow grant = held.grant();
                Role role = roles.get(grant.role());
                boolean asked = permissions.contains(held.permission())
                        || held.permission().equals(PlatformRoles.EVERYTHING);
                if (asked && role != null) {
                    Optional<String> group = grant.group().isPresent()
                            ? groups.find(grant.group().get()).map(Group::name)
                            : Optional.empty();
                    reasons.add(
                            new Reason(grant.id(), group, role.id(), role.title(), held.permission(), grant.unit()));
                }
            }
            return reasons;
        });
    }
}
