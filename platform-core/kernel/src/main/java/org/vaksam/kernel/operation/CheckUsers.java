package org.vaksam.kernel.operation;

import java.util.Set;
import java.util.TreeSet;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.revision.LiveTable;
import org.vaksam.kernel.revision.Refusal;
import org.vaksam.kernel.revision.Revision;
import org.vaksam.kernel.visibility.PublishedServices;

/** Refuses to take away a module that others need, and names them. */
final class CheckUsers implements OperationStep<Removal> {
    private final LiveTable live;
    private final PublishedServices services;

    CheckUsers(LiveTable live, PublishedServices services) {
        this.live = live;
        this.services = services;
    }

    @Override
    public String id() {
        return "users";
    }

    @Override
    public Text title() {
        return new Text("Vem behöver den?", "Who needs it?");
    }

    @Override
    public Text describe(Removal removal) {
        return new Text("Ingen annan modul får behöva den", "No other module may need it");
    }

    @Override
    public Text apply(Removal removal) {
        Set<String> users = new TreeSet<>(services.usersOf(removal.module()));
        live.all().stream()
                .filter(each -> each.file().descriptor().needs().contains(removal.module()))
                .map(Revision::module)
                .forEach(users::add);
        if (!users.isEmpty()) {
            String names = String.join(", ", users);
            throw Refusal.of(
                    new Text(
                            "Modulen behövs av " + names + " och kan inte tas bort.",
                            "The module is needed by " + names + " and cannot be removed."),
                    new Text("Avinstallera " + names + " först.", "Uninstall " + names + " first."));
        }
        return new Text("Ingen annan modul behöver den", "No other module needs it");
    }
}
