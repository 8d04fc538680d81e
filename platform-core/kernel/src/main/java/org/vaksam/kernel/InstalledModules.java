package org.vaksam.kernel;

import java.util.List;
import java.util.Optional;
import org.vaksam.api.health.Health;
import org.vaksam.api.health.Health.Status;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.DescriptorReader;
import org.vaksam.kernel.registry.Books;
import org.vaksam.kernel.registry.RegistryRow;
import org.vaksam.kernel.registry.RegistryRow.FileName;
import org.vaksam.kernel.revision.HealthMonitor;
import org.vaksam.kernel.revision.LiveTable;
import org.vaksam.kernel.revision.Revision;
import org.vaksam.spi.kernel.Modules.Former;
import org.vaksam.spi.kernel.Modules.Installed;
import org.vaksam.spi.kernel.Modules.State;

/** The modules as people see them: the registry together with what runs. */
final class InstalledModules {
    private static final Text STARTING = new Text("Modulen startar.", "The module is starting.");
    private static final Text KEPT = new Text("Avinstallerad; data finns kvar.", "Uninstalled; its data are kept.");

    private final Books books;
    private final LiveTable live;
    private final HealthMonitor health;
    private final DescriptorReader descriptors;

    InstalledModules(Books books, LiveTable live, HealthMonitor health, DescriptorReader descriptors) {
        this.books = books;
        this.live = live;
        this.health = health;
        this.descriptors = descriptors;
    }

    List<Installed> list() {
        return books.registry().rows().stream().map(this::view).toList();
    }

    private Installed view(RegistryRow row) {
        if (!row.isLive()) {
            return asleep(row, State.KEPT, Status.OK, KEPT);
        }
        Optional<Revision> running = live.find(row.id());
        if (running.isEmpty()) {
            Text reason = live.reason(row.id()).orElse(STARTING);
            return asleep(row, State.DORMANT, Status.CRITICAL, reason);
        }
        return new Installed(
                running.get().file().descriptor(),
                running.get().name(),
                State.LIVE,
                health.of(running.get()),
                row.since(),
                row.previous().map(FileName::revision),
                former(row),
                Optional.empty());
    }

    private Installed asleep(RegistryRow row, State state, Status status, Text reason) {
        return new Installed(
                descriptors.readKept(row.descriptor()),
                row.file().revision(),
                state,
                new Health(status, reason),
                row.since(),
                row.previous().map(FileName::revision),
                former(row),
                Optional.of(reason));
    }

    /** Those that it can go back to. */
    private List<Former> former(RegistryRow row) {
        return books.revisions().of(row.id()).stream()
                .filter(kept -> row.isLive()
                        && !kept.file().equals(row.file())
                        && kept.brokenBy().isEmpty())
                .map(kept -> new Former(kept.file().revision(), kept.file().version(), kept.since()))
                .toList();
    }
}
