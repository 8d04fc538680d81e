package org.vaksam.kernel.file;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the store from growing: files that neither registry nor plans name go after a day. */
public final class StoreSweeper {
    private static final Logger LOG = LoggerFactory.getLogger(StoreSweeper.class);
    private static final Duration GRACE = Duration.ofDays(1);

    private final List<ModuleStore> stores;
    private final Supplier<Set<String>> registered;
    private final Supplier<Set<String>> planned;

    public StoreSweeper(List<ModuleStore> stores, Supplier<Set<String>> registered, Supplier<Set<String>> planned) {
        this.stores = stores;
        this.registered = registered;
        this.planned = planned;
    }

    public void sweep() {
        var named = new HashSet<>(registered.get());
        named.addAll(planned.get());
        try {
            stores.forEach(store -> store.sweep(named, GRACE));
        } catch (RuntimeException e) {
            LOG.warn("The module store could not be tidied", e);
        }
    }
}
