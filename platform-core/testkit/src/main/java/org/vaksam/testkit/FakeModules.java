package org.vaksam.testkit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vaksam.api.health.Health;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.kernel.Modules;

/** A kernel that only says what there is; open for tests whose kernel does more. */
public class FakeModules implements Modules {
    public final List<Installed> installed = new CopyOnWriteArrayList<>();
    public final List<Offered> catalogue = new CopyOnWriteArrayList<>();
    public volatile boolean recovered = true;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Adds a module with a descriptor that says nothing more. */
    public void add(String id, State state) {
        add(
                new ModuleDescriptor(
                        id,
                        "1.0.0",
                        new Text("Händelser", "Incidents"),
                        "[1,2)",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        List.of()),
                state);
    }

    /** Adds a module. */
    public void add(ModuleDescriptor descriptor, State state) {
        installed.add(new Installed(
                descriptor,
                "1.0.0-a",
                state,
                Health.ok(),
                Instant.EPOCH,
                Optional.empty(),
                List.of(),
                Optional.of(new Text("Paketet saknas.", "The package is missing."))));
    }

    @Override
    public String platformVersion() {
        return "1.0.0";
    }

    @Override
    public List<Installed> installed() {
        return installed;
    }

    @Override
    public List<Offered> catalogue() {
        return catalogue;
    }

    @Override
    public Plan plan(Path moduleFile) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Operation apply(String planHash, boolean acceptPause) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Operation rollback(String module, Optional<String> revision) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Progress> progress() {
        return Optional.empty();
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
        return recovered;
    }

    @Override
    public AutoCloseable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** As after an operation. */
    public void changed() {
        listeners.forEach(Runnable::run);
    }
}
