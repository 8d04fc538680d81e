package org.vaksam.exchange;

import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.vaksam.api.exchange.ImportFormat;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.LiveModules;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.testkit.FakeModules;

/** One module, {@code things}, that is there or not, with one format. */
public final class ThingsModule extends FakeModules implements LiveModules {
    private static final ModuleDescriptor DESCRIPTOR = new ModuleDescriptor(
            "things",
            "1.0.0",
            Text.same("Things"),
            "[1.0,2)",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(new ModuleDescriptor.ImportDeclaration(
                    "list", Text.same("List"), List.of(".json"), List.of("thing"), "things:thing:create")));

    private final ImportFormat format;
    private volatile boolean live;

    public ThingsModule(ImportFormat format) {
        this.format = format;
        catalogue.add(new Offered("things", "1.0.0", Text.same("Things"), Path.of("things.jar")));
        live(true);
    }

    public void live(boolean there) {
        live = there;
        installed.clear();
        add(DESCRIPTOR, there ? State.LIVE : State.DORMANT);
        changed();
    }

    @Override
    public <S, T> Optional<T> with(String module, Class<S> service, Predicate<S> which, Function<S, T> work) {
        boolean found = live && "things".equals(module) && which.test(service.cast(format));
        return found ? Optional.of(work.apply(service.cast(format))) : Optional.empty();
    }

    @Override
    public Optional<ModuleDescriptor> descriptor(String module) {
        return live ? Optional.of(DESCRIPTOR) : Optional.empty();
    }

    @Override
    public Optional<URL> webFile(String module, String revision, String path) {
        return Optional.empty();
    }
}
