package org.vaksam.operations;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vaksam.spi.accounting.Accounting;
import org.vaksam.spi.accounting.Limits;

/** Books in which the module incidents has three statements. */
public final class SomeStatements implements Accounting {
    private final Map<String, Limits> limits = new ConcurrentHashMap<>();

    @Override
    public Charge charge(String module) {
        return () -> {};
    }

    @Override
    public List<Line> lines() {
        return List.of(new Line("incidents", 3, 0.5));
    }

    @Override
    public long schemaBytes(String module) {
        return 8192;
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
