package org.vaksam.records.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.vaksam.spi.security.Responsibles;

/** Those that the test names, wherever a record is. */
public final class FakeResponsibles implements Responsibles {
    final AtomicInteger asked = new AtomicInteger();
    private final Map<String, List<String>> holders = new HashMap<>();
    private Optional<String> manager = Optional.empty();

    public void have(String role, String... accounts) {
        holders.put(role, List.of(accounts));
    }

    public void manage(String account) {
        manager = Optional.of(account);
    }

    @Override
    public Optional<String> manager(String unitId) {
        return manager;
    }

    @Override
    public List<String> holders(String role, Optional<String> unitId) {
        asked.incrementAndGet();
        return holders.getOrDefault(role, List.of());
    }
}
