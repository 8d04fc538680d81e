package org.vaksam.kernel;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.scr.info.ScrInfo;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.vaksam.kernel.visibility.ServiceVisibility;
import org.vaksam.kernel.visibility.SideBySide;

/** A real framework with declarative services inside the test; the kernel lives in its system bundle. */
final class SampleFramework implements AutoCloseable {
    private static final List<String> PACKAGES = List.of(
            "org.vaksam.api.data;version=1.0",
            "org.vaksam.api.health;version=1.0",
            "org.vaksam.api.text;version=1.0",
            "org.vaksam.spi.kernel;version=1.0",
            "org.osgi.service.component;version=1.5",
            "org.osgi.service.component.runtime;version=1.5",
            "org.osgi.service.component.runtime.dto;version=1.5",
            "org.osgi.service.condition;version=1.0",
            "org.osgi.util.promise;version=1.3",
            "org.osgi.util.function;version=1.2");

    private final Framework framework;

    SampleFramework(Path cache) throws BundleException, URISyntaxException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        cache.toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        String.join(",", PACKAGES),
                        "felix.log.level",
                        "0",
                        "ds.loglevel",
                        "0"));
        framework.start();
        var services = new String[] {FindHook.class.getName(), EventListenerHook.class.getName()};
        context().registerService(services, new ServiceVisibility(framework), null);
        context().registerService(CollisionHook.class, new SideBySide(), null);
        Path components = Path.of(ScrInfo.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        install(components).start();
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    ServiceComponentRuntime components() {
        return Objects.requireNonNull(
                context().getService(context().getServiceReference(ServiceComponentRuntime.class)));
    }

    Bundle install(Path file) throws BundleException {
        return context().installBundle(file.toUri().toString());
    }

    @Override
    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }
}
