package org.vaksam.security.grants;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vaksam.api.security.Scope;
import org.vaksam.security.store.AccountRow;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.GrantRow;
import org.vaksam.security.store.GrantTable;
import org.vaksam.security.store.GrantTable.Held;
import org.vaksam.spi.data.Sql;

/**
 * Who would lose or gain what if a role had other permissions.
 *
 * @param holders how many have the role
 * @param items   the first of those for whom something changes today
 */
public record RoleEffects(int holders, int affected, List<Effect> items) {
    private static final int MOST = 100;

    /** What changes for one person: in some unit at least. */
    public record Effect(GrantView.Named account, Set<String> loses, Set<String> gains) {}

    static RoleEffects of(Sql sql, String role, Set<String> permissions, LocalDate day) throws SQLException {
        var table = new GrantTable(sql);
        var accounts = new AccountTable(sql);
        List<String> holders = table.accountsWith(role);
        var effects = new ArrayList<Effect>();
        int affected = 0;
        for (String account : holders) {
            List<Held> held = table.held(account, day);
            Map<String, Scope> before = scopes(held, "", Set.of());
            Map<String, Scope> after = scopes(held, role, permissions);
            Set<String> loses = missing(before, after);
            Set<String> gains = missing(after, before);
            if (!loses.isEmpty() || !gains.isEmpty()) {
                affected++;
                if (effects.size() < MOST) {
                    String name = accounts.byId(account).map(AccountRow::name).orElse(account);
                    effects.add(new Effect(new GrantView.Named(account, name), loses, gains));
                }
            }
        }
        return new RoleEffects(holders.size(), affected, effects);
    }

    private static Map<String, Scope> scopes(List<Held> held, String role, Set<String> instead) {
        var scopes = new HashMap<String, Scope>();
        for (Held one : held) {
            Set<String> permissions = one.grant().role().equals(role) ? instead : Set.of(one.permission());
            permissions.forEach(permission -> scopes.merge(permission, scope(one.grant()), Scope::or));
        }
        return scopes;
    }

    private static Scope scope(GrantRow grant) {
        return grant.unit().map(Scope::below).orElse(Scope.EVERYWHERE);
    }

    private static Set<String> missing(Map<String, Scope> from, Map<String, Scope> in) {
        var missing = new TreeSet<String>();
        from.forEach((permission, scope) -> {
            Scope other = in.getOrDefault(permission, Scope.NOWHERE);
            if (!other.or(scope).equals(other)) {
                missing.add(permission);
            }
        });
        return missing;
    }
}
