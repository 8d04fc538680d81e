package org.vaksam.web.gateway;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who answers what, at one moment.
 *
 * @param modules  first segment below {@code /api/} to a module's endpoint
 * @param platform the same for platform bundles, who come first
 * @param root     first segment of addresses outside {@code /api/}
 */
public record RouteTable(
        Map<String, LiveEndpoint> modules, Map<String, LiveEndpoint> platform, Map<String, LiveEndpoint> root) {
    static final RouteTable EMPTY = new RouteTable(Map.of(), Map.of(), Map.of());

    @Nullable
    LiveEndpoint api(String segment) {
        LiveEndpoint first = platform.get(segment);
        return first == null ? modules.get(segment) : first;
    }

    RouteTable withModule(String module, @Nullable LiveEndpoint endpoint) {
        Map<String, LiveEndpoint> next = new HashMap<>(modules);
        if (endpoint == null) {
            next.remove(module);
        } else {
            next.put(module, endpoint);
        }
        return new RouteTable(Map.copyOf(next), platform, root);
    }

    /** Takes one platform endpoint's segments out and puts another's in. */
    RouteTable withPlatform(@Nullable LiveEndpoint before, @Nullable LiveEndpoint after, Collection<String> segments) {
        LiveEndpoint either = after == null ? before : after;
        boolean atRoot = either != null && either.base().isEmpty();
        Map<String, LiveEndpoint> next = new HashMap<>(atRoot ? root : platform);
        next.values().removeIf(endpoint -> endpoint == before);
        if (after != null) {
            segments.forEach(segment -> next.put(segment, after));
        }
        Map<String, LiveEndpoint> changed = Map.copyOf(next);
        return atRoot ? new RouteTable(modules, platform, changed) : new RouteTable(modules, changed, root);
    }

    /** Everything that answers. */
    public Set<LiveEndpoint> endpoints() {
        Set<LiveEndpoint> all = new LinkedHashSet<>(modules.values());
        all.addAll(platform.values());
        all.addAll(root.values());
        return all;
    }
}
