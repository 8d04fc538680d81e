package org.vaksam.kernel.visibility;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.osgi.framework.BundleContext;
import org.vaksam.kernel.revision.Revision;

/** The kernel's proxies: one per module and shared interface. */
public final class PublishedServices {
    /** What a proxy stands for. */
    private record Key(String module, String type) {}

    private final BundleContext context;
    private final Map<Key, PublishedService> published = new ConcurrentHashMap<>();

    public PublishedServices(BundleContext context) {
        this.context = context;
    }

    /** Points the module's proxies to this revision; those it does not offer any more go. */
    public void publish(Revision revision) {
        revision.offers().forEach(type -> publish(revision, type));
        List<String> offered = revision.offers().stream().map(Class::getName).toList();
        removeIf(key -> key.module().equals(revision.module()) && !offered.contains(key.type()));
    }

    private void publish(Revision revision, Class<?> type) {
        var key = new Key(revision.module(), type.getName());
        PublishedService present = published.get(key);
        if (present != null && present.type().equals(type)) {
            present.target(revision);
            return;
        }
        if (present != null) {
            present.withdraw();
        }
        published.put(key, new PublishedService(type, revision, context));
    }

    /** Takes all proxies of a module away. */
    public void withdraw(String module) {
        removeIf(key -> key.module().equals(module));
    }

    /** Takes all proxies away. */
    public void withdrawAll() {
        removeIf(key -> true);
    }

    /** Ids of modules that use services of this one. */
    public List<String> usersOf(String module) {
        return published.entrySet().stream()
                .filter(entry -> entry.getKey().module().equals(module))
                .flatMap(entry -> entry.getValue().users().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private void removeIf(Predicate<Key> which) {
        for (Key key : published.keySet()) {
            if (which.test(key)) {
                PublishedService service = published.remove(key);
                if (service != null) {
                    service.withdraw();
                }
            }
        }
    }
}
