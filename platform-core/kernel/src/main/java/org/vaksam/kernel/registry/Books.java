package org.vaksam.kernel.registry;

import java.util.HashSet;
import java.util.Set;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.journal.Journal;
import org.vaksam.spi.data.Migrations;

/** Everything a module operation writes to, all in one transaction. */
public record Books(
        Transactions transactions,
        Migrations migrations,
        Journal journal,
        Registry registry,
        KeptRevisions revisions,
        History history,
        Contributions contributions,
        KeptLimits limits) {

    /** Checksums of all module files that somebody may still ask for. */
    public Set<String> files() {
        var all = new HashSet<>(registry.files());
        all.addAll(revisions.files());
        return all;
    }

    /** Reads registry and revisions anew; called after every operation. */
    public void reload() {
        registry.reload();
        revisions.reload();
    }
}
