package org.vaksam.security.grants;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vaksam.api.security.Scope;
import org.vaksam.security.store.GrantTable;
import org.vaksam.security.store.GrantTable.Held;
import org.vaksam.security.store.GrantTable.Holding;
import org.vaksam.security.store.PlatformRoles;
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
        Map<GrantView.Named, Scope> holders = new LinkedHashMap<>();
        for (Holding one : table.holdings(role)) {
            Scope where = one.grant().isOn(day) ? one.grant().scope() : Scope.NOWHERE;
            holders.merge(new GrantView.Named(one.account(), one.name()), where, Scope::or);
        }
        Map<String, List<Held>> held = table.heldByHoldersOf(role, day);
        var effects = new ArrayList<Effect>();
        holders.forEach((account, where) -> {
            Effect effect = effect(account, where, held.getOrDefault(account.id(), List.of()), role, permissions);
            if (!effect.loses().isEmpty() || !effect.gains().isEmpty()) {
                effects.add(effect);
            }
        });
        return new RoleEffects(
                holders.size(), effects.size(), effects.stream().limit(MOST).toList());
    }

    private static Effect effect(
            GrantView.Named account, Scope where, List<Held> held, String role, Set<String> permissions) {
        var before = new HashMap<String, Scope>();
        var after = new HashMap<String, Scope>();
        for (Held one : held) {
            before.merge(one.permission(), one.grant().scope(), Scope::or);
            if (!one.grant().role().equals(role)) {
                after.merge(one.permission(), one.grant().scope(), Scope::or);
            }
        }
        permissions.forEach(permission -> after.merge(permission, where, Scope::or));
        return new Effect(account, missing(before, after), missing(after, before));
    }

    private static Set<String> missing(Map<String, Scope> from, Map<String, Scope> in) {
        var missing = new TreeSet<String>();
        from.forEach((permission, scope) -> {
            Scope everything = in.getOrDefault(PlatformRoles.EVERYTHING, Scope.NOWHERE);
            if (!in.getOrDefault(permission, Scope.NOWHERE).or(everything).contains(scope)) {
                missing.add(permission);
            }
        });
        return missing;
    }
}
