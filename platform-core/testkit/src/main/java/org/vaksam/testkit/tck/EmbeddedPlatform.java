package org.vaksam.testkit.tck;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

/**
 * The platform as it is shipped, without Karaf: its bundles in a framework inside this process, on the embedded database and a
 * free port of loopback. One at a time, because parts of it read system properties.
 */
public final class EmbeddedPlatform implements AutoCloseable {
    private static final int START_LEVEL = 80;
    private static final long STOP_MILLIS = 20_000;

    /** What somebody wants to know from the database. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Connection connection) throws Exception;
    }

    private final Framework framework;
    private final PlatformClient client;

    private EmbeddedPlatform(Framework framework, PlatformClient client) {
        this.framework = framework;
        this.client = client;
    }

    /** Starts it on this empty folder and waits until it is ready. */
    public static EmbeddedPlatform start(Path data) throws BundleException, IOException {
        Files.createDirectories(data.resolve("run"));
        System.setProperty("vaksam.data", data.toString());
        System.setProperty("vaksam.probation", "0");
        System.setProperty("vaksam.signatures", "develop");
        int port = freePort();
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        data.resolve("bundles").toString(),
                        // as Karaf does: what a request costs is asked of the virtual machine
                        Constants.FRAMEWORK_BOOTDELEGATION,
                        "com.sun.*",
                        Constants.FRAMEWORK_BEGINNING_STARTLEVEL,
                        Integer.toString(START_LEVEL),
                        "felix.log.level",
                        "1",
                        "ds.loglevel",
                        "1",
                        "org.apache.felix.http.host",
                        "127.0.0.1",
                        "org.osgi.service.http.port",
                        Integer.toString(port),
                        "org.ops4j.pax.logging.DefaultServiceLog.level",
                        "ERROR",
                        "vaksam.data",
                        data.toString()));
        framework.init();
        PlatformBundles.install(framework.getBundleContext());
        framework.start();
        PlatformClient anybody = PlatformClient.anonymous(URI.create("http://127.0.0.1:" + port));
        anybody.awaitReady();
        return new EmbeddedPlatform(framework, anybody.operator(data));
    }

    /** A client that may do everything. */
    PlatformClient client() {
        return client;
    }

    /** The bundles of modules, whoever installed them. */
    List<Bundle> moduleBundles() {
        return Arrays.stream(context().getBundles())
                .filter(bundle -> bundle.getLocation().startsWith("module:"))
                .toList();
    }

    /** The answer from the platform's own database. */
    <T> T inspect(Question<T> question) throws Exception {
        ServiceReference<?> reference = database();
        Object service = Objects.requireNonNull(context().getService(reference));
        try {
            return read(service, question);
        } finally {
            context().ungetService(reference);
        }
    }

    /** The platform's types are not those of the test's class path: only the connection is of both. */
    @SuppressWarnings("unchecked")
    private static <T> T read(Object database, Question<T> question) throws Exception {
        for (Method method : database.getClass().getMethods()) {
            if (method.getName().equals("read") && method.getParameterCount() == 1) {
                Class<?> work = method.getParameterTypes()[0];
                Object asked =
                        Proxy.newProxyInstance(work.getClassLoader(), new Class<?>[] {work}, (self, run, sql) -> {
                            Object bound = Objects.requireNonNull(sql)[0];
                            return question.ask((Connection)
                                    bound.getClass().getMethod("connection").invoke(bound));
                        });
                method.setAccessible(true);
                try {
                    return (T) Objects.requireNonNull(method.invoke(database, asked));
                } catch (InvocationTargetException e) {
                    throw new IllegalStateException("The database cannot be read", e.getCause());
                }
            }
        }
        throw new IllegalStateException("The database has no method to read with");
    }

    private ServiceReference<?> database() throws InvalidSyntaxException {
        return Objects.requireNonNull(context().getAllServiceReferences("org.vaksam.spi.data.PlatformDatabase", null))[
                0];
    }

    private BundleContext context() {
        return framework.getBundleContext();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(STOP_MILLIS);
    }
}
