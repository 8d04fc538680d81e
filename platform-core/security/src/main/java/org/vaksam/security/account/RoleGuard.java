package org.vaksam.security.account;

import java.sql.SQLException;
import java.util.Set;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.security.input.Input;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.security.store.RoleTable;
import org.vaksam.spi.data.Sql;

/** Who manages accounts must not become more than they are, and somebody must remain who can do everything. */
public final class RoleGuard {
    private final Sql sql;
    private final Caller caller;

    public RoleGuard(Sql sql, Caller caller) {
        this.sql = sql;
        this.caller = caller;
    }

    /** Accounts that may do everything are changed only by those who may do everything. */
    public void checkMayTouch(String account) throws SQLException {
        Set<String> permissions = new RoleTable(sql).permissionsOf(account);
        if (permissions.contains(PlatformRoles.EVERYTHING)) {
            requireEverything();
        }
    }

    /** The roles exist, and the caller may give them. */
    public void checkRoles(Input input, Set<String> roles) throws SQLException {
        var table = new RoleTable(sql);
        for (String id : roles) {
            var role = table.find(id);
            if (role.isEmpty()) {
                input.wrong("roles", new Text("Rollen " + id + " finns inte.", "There is no role " + id + "."));
            } else if (role.get().permissions().contains(PlatformRoles.EVERYTHING)) {
                requireEverything();
            }
        }
        input.check();
    }

    void checkAdministratorRemains() throws SQLException {
        if (new AccountTable(sql).administrators() == 0) {
            throw Problem.conflict(new Text(
                            "Det måste finnas minst en aktiv administratör.",
                            "There must be at least one enabled administrator."))
                    .withNext(new Text(
                            "Gör någon annan till administratör först.", "Make somebody else administrator first."));
        }
    }

    private void requireEverything() {
        if (!caller.may(PlatformRoles.EVERYTHING)) {
            throw Problem.forbidden(PlatformRoles.EVERYTHING);
        }
    }
}
