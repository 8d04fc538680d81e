package org.vaksam.security.account;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Scope;
import org.vaksam.api.text.Text;
import org.vaksam.security.input.Input;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.GrantTable;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.security.store.RoleTable;
import org.vaksam.security.store.RoleTable.Role;
import org.vaksam.spi.data.Sql;

/** Nobody becomes more than they are or gives what they do not have, and somebody must remain who can do everything. */
public final class RoleGuard {
    private final Sql sql;
    private final Caller caller;

    public RoleGuard(Sql sql, Caller caller) {
        this.sql = sql;
        this.caller = caller;
    }

    /** Accounts that may do everything are changed only by those who may do everything. */
    public void checkMayTouch(String account) throws SQLException {
        Map<String, Scope> scopes = new GrantTable(sql).scopes(account, GrantTable.day(Instant.now()));
        checkMayTake(scopes.keySet());
    }

    /**
     * Whoever could sign in as an account afterwards must have all that it has: passwords, addresses that a new password is sent
     * to and second factors of others would otherwise be a way to more.
     */
    public void checkMayBecome(String account) throws SQLException {
        Map<String, Scope> scopes = new GrantTable(sql).scopes(account, GrantTable.day(Instant.now()));
        scopes.forEach((permission, scope) -> {
            if (!caller.scope(permission).contains(scope)) {
                throw Problem.forbidden(permission);
            }
        });
    }

    /** Who may do everything loses that only through somebody who may do everything. */
    public void checkMayTake(Set<String> permissions) {
        if (permissions.contains(PlatformRoles.EVERYTHING)) {
            checkMayGive(Set.of(PlatformRoles.EVERYTHING), "");
        }
    }

    /** The roles exist, and the caller may give those that were not held before. */
    public void checkRoles(Input input, Set<String> roles, Set<String> before) throws SQLException {
        var table = new RoleTable(sql);
        for (String id : roles) {
            var role = table.find(id);
            if (role.isEmpty()) {
                input.wrong("roles", unknownRole(id));
            } else if (!before.contains(id)) {
                checkMayGive(role.get(), "");
            }
        }
        input.check();
    }

    /** What is wrong with a role's id. */
    public static Text unknownRole(String id) {
        return new Text("Rollen " + id + " finns inte.", "There is no role " + id + ".");
    }

    /** The caller has all of the role there. */
    public void checkMayGive(Role role, String path) {
        checkMayGive(role.permissions(), path);
    }

    /**
     * The caller has all of these there.
     *
     * @param path of the unit; empty for everywhere
     */
    public void checkMayGive(Set<String> permissions, String path) {
        for (String permission : permissions) {
            if (!caller.scope(permission).covers(path)) {
                throw Problem.forbidden(permission);
            }
        }
    }

    /** Judged over all grants at once: whoever changes them waits for the others. */
    public void checkAdministratorRemains() throws SQLException {
        if (new AccountTable(sql).administrators() == 0) {
            throw Problem.conflict(new Text(
                            "Det måste finnas minst en aktiv administratör.",
                            "There must be at least one enabled administrator."))
                    .withNext(new Text(
                            "Gör någon annan till administratör först.", "Make somebody else administrator first."));
        }
    }
}
