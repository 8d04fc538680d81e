package org.vaksam.kernel;

import java.net.URL;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import org.vaksam.kernel.revision.LiveTable;
import org.vaksam.kernel.revision.Revision;
import org.vaksam.kernel.revision.ServiceVisits;
import org.vaksam.spi.accounting.Accounting;
import org.vaksam.spi.kernel.LiveModules;
import org.vaksam.spi.kernel.ModuleDescriptor;

/** Uses services and files of live revisions, each time under a lease, on the module's account and without keeping anything. */
final class LiveModuleAccess implements LiveModules {
    private static final String WEB = "META-INF/vaksam/web/";

    private final LiveTable live;
    private final ServiceVisits services;
    private final Accounting accounting;

    LiveModuleAccess(LiveTable live, ServiceVisits services, Accounting accounting) {
        this.live = live;
        this.services = services;
        this.accounting = accounting;
    }

    @Override
    public <S, T> Optional<T> with(String module, Class<S> service, Predicate<S> which, Function<S, T> work) {
        return live.with(module, revision -> {
            var result = new AtomicReference<Optional<T>>(Optional.empty());
            services.visit(revision.bundle(), service, candidate -> {
                Optional<S> accepted = candidate.filter(which);
                try (var charge = accounting.charge(module)) {
                    accepted.ifPresent(instance -> result.set(Optional.ofNullable(work.apply(instance))));
                }
                return accepted.isPresent();
            });
            return result.get();
        });
    }

    @Override
    public Optional<ModuleDescriptor> descriptor(String module) {
        return live.find(module).map(revision -> revision.file().descriptor());
    }

    @Override
    public Optional<URL> webFile(String module, String revision, String path) {
        if (path.isEmpty() || path.startsWith("/") || path.endsWith("/") || path.contains("..")) {
            return Optional.empty();
        }
        return live.find(module)
                .filter(current -> current.name().equals(revision))
                .flatMap((Revision current) -> current.entry(WEB + path));
    }
}
