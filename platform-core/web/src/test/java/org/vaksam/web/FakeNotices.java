package org.vaksam.web;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.vaksam.spi.casework.Notices;

/** Tells of notices when the test says so. */
public final class FakeNotices implements Notices {
    private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();

    public void arrived(String account) {
        listeners.forEach(listener -> listener.accept(Set.of(account)));
    }

    @Override
    public AutoCloseable listen(Consumer<Set<String>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
