package org.vaksam.web;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.glassfish.hk2.api.ServiceLocatorFactory;
import org.glassfish.hk2.extension.ServiceLocatorGenerator;
import org.glassfish.hk2.osgiresourcelocator.ServiceLoader;
import org.glassfish.jersey.internal.ServiceFinder;
import org.glassfish.jersey.server.spi.ComponentProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Jersey and HK2 look up once among all bundles and never again. It is looked up here, before the start level at which
 * modules come and go: a bundle that goes away meanwhile leaves Jersey useless until the next start
 * ({@code OsgiRegistry.registerExistingBundles}), and HK2 whose locator was not found at its first try says "no generator was
 * provided" for ever ({@code ServiceLocatorFactoryImpl.DefaultGeneratorInitializer}).
 */
final class FirstLook {
    private static final Logger LOG = LoggerFactory.getLogger(FirstLook.class);
    private static final int ATTEMPTS = 50;
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private FirstLook() {}

    /** Returns when both have found what they need. */
    static void take() {
        ServiceFinder.find(ComponentProvider.class);
        for (int attempt = 1; !isGeneratorFound(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException(
                        "The locator of HK2 is not found: are the bundles hk2-locator and osgi-resource-locator there?");
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        ServiceLocatorFactory hk2 = ServiceLocatorFactory.getInstance();
        hk2.destroy(hk2.create(FirstLook.class.getName()));
    }

    /** HK2 imports the resource locator dynamically, because the version range of its own import fits no free release of it. */
    private static boolean isGeneratorFound() {
        try {
            Class.forName(ServiceLoader.class.getName(), true, ServiceLocatorFactory.class.getClassLoader());
            var generators = ServiceLoader.lookupProviderInstances(ServiceLocatorGenerator.class);
            return generators != null && generators.iterator().hasNext();
        } catch (ClassNotFoundException | RuntimeException | LinkageError e) {
            LOG.warn("the locator of HK2 is not found yet", e);
            return false;
        }
    }
}
