package org.vaksam.kernel.revision;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.vaksam.api.text.Text;

/** Which revision of each module is live now, and why the others are not. Any thread. */
public final class LiveTable {
    private final Map<String, Revision> live = new ConcurrentHashMap<>();
    private final Map<String, Text> dormant = new ConcurrentHashMap<>();

    public Optional<Revision> find(String module) {
        return Optional.ofNullable(live.get(module));
    }

    public Collection<Revision> all() {
        return List.copyOf(live.values());
    }

    /** Ids of modules that should run and do not. */
    public Collection<String> dormant() {
        return List.copyOf(dormant.keySet());
    }

    /** Why a module does not run. */
    public Optional<Text> reason(String module) {
        return Optional.ofNullable(dormant.get(module));
    }

    /** This revision is the live one of its module. */
    public void enter(Revision revision) {
        live.put(revision.module(), revision);
        dormant.remove(revision.module());
    }

    /** Nobody is live for this module. */
    public void leave(String module) {
        live.remove(module);
    }

    /** The module should run and does not. */
    public void sleep(String module, Text reason) {
        live.remove(module);
        dormant.put(module, reason);
    }

    /** The module is not expected to run. */
    public void forget(String module) {
        live.remove(module);
        dormant.remove(module);
    }

    /** Uses the live revision under a lease; empty when there is none. */
    public <T> Optional<T> with(String module, Function<Revision, Optional<T>> work) {
        for (Revision revision = live.get(module); revision != null; revision = live.get(module)) {
            if (revision.lease().acquire()) {
                try {
                    return work.apply(revision);
                } finally {
                    revision.lease().release();
                }
            }
            Thread.onSpinWait();
        }
        return Optional.empty();
    }
}
