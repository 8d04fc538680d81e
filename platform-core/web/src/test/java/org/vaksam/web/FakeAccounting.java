package org.vaksam.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vaksam.spi.accounting.Accounting;
import org.vaksam.spi.accounting.Limits;

/** Remembers limits, and who is charged on the thread. */
public final class FakeAccounting implements Accounting {
    private final Map<String, Limits> limits = new ConcurrentHashMap<>();
    private final ThreadLocal<String> charged = ThreadLocal.withInitial(() -> PLATFORM);

    /** Who pays for what this thread does. */
    public String charged() {
        return charged.get();
    }

    @Override
    public Charge charge(String module) {
        charged.set(module);
        return charged::remove;
    }

    @Override
    public List<Line> lines() {
        return List.of();
    }

    @Override
    public long schemaBytes(String module) {
        return 0;
    }

    @Override
    public Limits limits(String module) {
        return limits.getOrDefault(module, Limits.NONE);
    }

    @Override
    public void limit(String module, Limits now) {
        limits.put(module, now);
    }
}
