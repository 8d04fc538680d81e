package org.vaksam.security.oidc;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.security.Caller;
import org.vaksam.security.access.Identities;
import org.vaksam.security.account.RoleGuard;
import org.vaksam.security.input.Input;
import org.vaksam.security.store.ExternalGroupTable;
import org.vaksam.security.store.RoleTable;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.data.Sql;

/** Groups of the identity provider stand for roles. Roles that the mapping does not name are left to the administrators. */
@Component(service = {GroupMapping.class, RoleMapping.class})
public final class RoleMapping implements GroupMapping {
    private static final int LONGEST_GROUP = 200;
    private static final int MOST_ROLES = 100;

    /** What one group stands for. */
    public record Mapped(String group, Set<String> roles) {}

    private final SecurityTables tables;
    private final Identities identities;
    private final Journal journal;

    @Activate
    public RoleMapping(@Reference SecurityTables tables, @Reference Identities identities, @Reference Journal journal) {
        this.tables = tables;
        this.identities = identities;
        this.journal = journal;
    }

    /** All groups that stand for something. */
    public List<Mapped> all() {
        return tables.read(sql -> new ExternalGroupTable(sql)
                .all().entrySet().stream()
                        .map(entry -> new Mapped(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** From each person's next sign-in. */
    public Mapped set(@Nullable Map<String, @Nullable Object> body, Caller caller) {
        var input = Input.of(body, "group", "roles");
        String group = input.line("group", LONGEST_GROUP);
        Set<String> roles =
                new TreeSet<>(input.words("roles", MOST_ROLES, LONGEST_GROUP).orElse(Set.of()));
        return tables.write(sql -> {
            new RoleGuard(sql, caller).checkRoles(input, roles, Set.of());
            new ExternalGroupTable(sql).set(group, roles);
            journal.append(new Journal.Entry(
                    "oidc.group-mapped", "platform", "oidc", Map.of("group", group, "roles", List.copyOf(roles))));
            return new Mapped(group, roles);
        });
    }

    @Override
    public void apply(Sql sql, String account, Set<String> groups) throws SQLException {
        var table = new RoleTable(sql);
        Set<String> before = table.rolesOf(account);
        Set<String> after = new TreeSet<>(before);
        Map<String, Set<String>> mapped = new ExternalGroupTable(sql).all();
        mapped.values().forEach(after::removeAll);
        groups.forEach(group -> after.addAll(mapped.getOrDefault(group, Set.of())));
        if (!after.equals(before)) {
            table.grant(account, after);
            identities.changed();
            journal.append(
                    new Journal.Entry("account.roles-mapped", "account", account, Map.of("roles", List.copyOf(after))));
        }
    }
}
