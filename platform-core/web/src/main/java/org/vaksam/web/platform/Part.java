package org.vaksam.web.platform;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vaksam.web.gateway.Holds;
import org.vaksam.web.gateway.LiveEndpoint;

/** The resources that one bundle mounts in one way, and the endpoint made of them. Guarded by its owner. */
final class Part {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final String bundle;
    private final Resource.Mounting mounting;
    private final String hold;
    private final Map<Class<?>, Slot> slots = new LinkedHashMap<>();
    private final Map<Class<?>, List<String>> segments = new LinkedHashMap<>();
    private Set<String> built = Set.of();
    private @Nullable LiveEndpoint endpoint;

    Part(Resource first) {
        this.bundle = first.bundleName();
        this.mounting = first.mounting();
        this.hold = mounting == Resource.Mounting.EVERY_MODULE
                ? Holds.EVERY_MODULE
                : "platform:" + first.bundle() + mounting.base();
    }

    void add(Resource resource) {
        Class<?> type = resource.type();
        segments.put(type, resource.segments());
        Slot slot = slots.get(type);
        if (slot == null) {
            slots.put(type, new Slot(resource.instance(), PATIENCE));
        } else {
            slot.fill(resource.instance());
        }
    }

    void remove(Resource resource) {
        Slot slot = slots.get(resource.type());
        if (slot != null) {
            slot.clear(resource.instance());
        }
    }

    boolean isEmpty() {
        return slots.values().stream().noneMatch(Slot::isFilled);
    }

    /** Whether everything is there again that was there when the endpoint was made, by name: a new bundle has new classes. */
    boolean isComplete() {
        return names(present().keySet()).containsAll(built);
    }

    /** The resources that are there now, with their instances. */
    Map<Class<?>, Supplier<?>> present() {
        Map<Class<?>, Supplier<?>> present = new LinkedHashMap<>();
        slots.forEach((type, slot) -> {
            if (slot.isFilled()) {
                present.put(type, slot);
            }
        });
        return present;
    }

    Set<String> presentSegments() {
        Set<String> all = new LinkedHashSet<>();
        present().keySet().forEach(type -> all.addAll(segments.getOrDefault(type, List.of())));
        return all;
    }

    /** The endpoint was made of these classes; others are forgotten. */
    void builtOf(Set<Class<?>> classes, @Nullable LiveEndpoint made) {
        built = names(classes);
        endpoint = made;
        slots.keySet().retainAll(classes);
        segments.keySet().retainAll(classes);
    }

    private static Set<String> names(Set<Class<?>> classes) {
        return classes.stream().map(Class::getName).collect(Collectors.toUnmodifiableSet());
    }

    @Nullable
    LiveEndpoint endpoint() {
        return endpoint;
    }

    Resource.Mounting mounting() {
        return mounting;
    }

    /** Name under which requests for it are held. */
    String hold() {
        return hold;
    }

    String bundle() {
        return bundle;
    }
}
