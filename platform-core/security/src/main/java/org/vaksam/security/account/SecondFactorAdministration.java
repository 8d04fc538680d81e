package org.vaksam.security.account;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.security.input.Input;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.PendingTable;
import org.vaksam.security.store.RoleTable;
import org.vaksam.security.store.SecondFactorTable;
import org.vaksam.security.store.SecurityTables;

/** What administrators decide about second factors: who must have one, and who starts anew. */
@Component(service = SecondFactorAdministration.class)
public final class SecondFactorAdministration {
    private static final int MOST_ROLES = 1_000;
    private static final int LONGEST_ROLE = 200;

    /** Who must have a second factor. */
    public record Rule(boolean everybody, Set<String> roles) {}

    private final SecurityTables tables;
    private final Journal journal;

    @Activate
    public SecondFactorAdministration(@Reference SecurityTables tables, @Reference Journal journal) {
        this.tables = tables;
        this.journal = journal;
    }

    /** As it is. */
    public Rule rule() {
        Set<String> roles = tables.read(sql -> new SecondFactorTable(sql).roles());
        boolean everybody = roles.remove(SecondFactorTable.EVERYBODY);
        return new Rule(everybody, roles);
    }

    /** From now on; holds from each person's next sign-in. */
    public Rule decide(@Nullable Map<String, @Nullable Object> body) {
        var input = Input.of(body, "everybody", "roles");
        boolean everybody = input.flag("everybody").orElse(false);
        Set<String> roles =
                new TreeSet<>(input.words("roles", MOST_ROLES, LONGEST_ROLE).orElse(Set.of()));
        return tables.write(sql -> {
            var known = new RoleTable(sql);
            for (String role : roles) {
                if (known.find(role).isEmpty()) {
                    input.wrong("roles", new Text("Rollen " + role + " finns inte.", "There is no role " + role + "."));
                }
            }
            input.check();
            Set<String> stored = new TreeSet<>(roles);
            if (everybody) {
                stored.add(SecondFactorTable.EVERYBODY);
            }
            new SecondFactorTable(sql).setRoles(stored);
            journal.append(new Journal.Entry(
                    "second-factor.required",
                    "platform",
                    "second-factor",
                    Map.of("everybody", everybody, "roles", List.copyOf(roles))));
            return new Rule(everybody, roles);
        });
    }

    /** Takes away the second factor of somebody who has lost it. */
    public void reset(String account, Caller caller) {
        tables.write(sql -> {
            var known = new AccountTable(sql).byId(account);
            if (known.isEmpty()) {
                throw Problem.notFound(new Text("Kontot finns inte.", "There is no such account."));
            }
            new RoleGuard(sql, caller).checkMayBecome(account);
            new SecondFactorTable(sql).delete(account);
            new PendingTable(sql).endAll(account);
            return journal.append(new Journal.Entry(
                    "second-factor.reset",
                    "account",
                    account,
                    Map.of("username", known.get().username())));
        });
    }
}
