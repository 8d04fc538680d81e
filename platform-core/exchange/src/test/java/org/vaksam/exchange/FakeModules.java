package org.vaksam.exchange;

import java.net.URL;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import org.vaksam.api.exchange.ImportFormat;
import org.vaksam.api.health.Health;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.LiveModules;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.kernel.Modules;

/** One module, {@code things}, that is there or not, with one format. */
final class FakeModules implements Modules, LiveModules {
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
                    "list", Text.same("List"), List.of(".json"), "things:thing:create")));

    private final ImportFormat format;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean live = true;

    FakeModules(ImportFormat format) {
        this.format = format;
    }

    void live(boolean there) {
        live = there;
        listeners.forEach(Runnable::run);
    }

    @Override
    public <S, T> Optional<T> with(String module, Class<S> service, Predicate<S> which, Function<S, T> work) {
        boolean found = live && "things".equals(module) && which.test(service.cast(format));
        return found ? Optional.of(work.apply(service.cast(format))) : Optional.empty();
    }

    @Override
    public List<Installed> installed() {
        State state = live ? State.LIVE : State.DORMANT;
        return List.of(new Installed(
                DESCRIPTOR, "1.0.0-x", state, Health.ok(), Instant.EPOCH, Optional.empty(), Optional.empty()));
    }

    @Override
    public List<Offered> catalogue() {
        return List.of(new Offered("things", "1.0.0", Text.same("Things"), Path.of("things.jar")));
    }

    @Override
    public AutoCloseable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Optional<ModuleDescriptor> descriptor(String module) {
        return live ? Optional.of(DESCRIPTOR) : Optional.empty();
    }

    @Override
    public Optional<URL> webFile(String module, String revision, String path) {
        return Optional.empty();
    }

    @Override
    public String platformVersion() {
        return "1.0.0";
    }

    @Override
    public Plan plan(Path moduleFile) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Operation apply(String planHash) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Operation rollback(String module) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Operation uninstall(String module, DataMode mode) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Operation> history(Optional<String> module, int limit) {
        return List.of();
    }

    @Override
    public Map<String, Long> counters() {
        return Map.of();
    }

    @Override
    public boolean recovered() {
        return true;
    }
}
