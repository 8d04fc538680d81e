package org.vaksam.testkit.tck;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Class loaders of revisions, and which of them are still there when they should have gone. */
final class LoaderWatch {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** A class loader, without keeping it. */
    private record Watched(String revision, WeakReference<ClassLoader> loader) {}

    private final List<Watched> watched = new ArrayList<>();

    void watch(List<Bundle> bundles) {
        for (Bundle bundle : bundles) {
            Optional.ofNullable(bundle.adapt(BundleWiring.class))
                    .ifPresent(wiring -> watched.add(
                            new Watched(bundle.getLocation(), new WeakReference<>(wiring.getClassLoader()))));
        }
    }

    /** Those that stay although the garbage collector has looked for them again and again. */
    List<String> staying() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<String> left = left();
        while (!left.isEmpty() && System.nanoTime() < end) {
            System.gc();
            LockSupport.parkNanos(PAUSE.toNanos());
            left = left();
        }
        return left;
    }

    private List<String> left() {
        return watched.stream()
                .filter(each -> each.loader().get() != null)
                .map(Watched::revision)
                .toList();
    }
}
