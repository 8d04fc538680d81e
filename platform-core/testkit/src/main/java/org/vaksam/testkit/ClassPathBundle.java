package org.vaksam.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleWiring;

/**
 * The folder or jar a class comes from, posing as its bundle: entries, resources, class loader and names. Services that are
 * registered through its context go nowhere.
 */
public final class ClassPathBundle implements InvocationHandler {
    private final Class<?> owner;
    private final Path root;

    private ClassPathBundle(Class<?> owner) {
        this.owner = owner;
        this.root = rootOf(owner);
    }

    /** The bundle of this class. */
    public static Bundle of(Class<?> owner) {
        return proxy(Bundle.class, new ClassPathBundle(owner));
    }

    /** The context of the bundle of this class. */
    public static BundleContext contextOf(Class<?> owner) {
        Bundle bundle = of(owner);
        return proxy(BundleContext.class, (self, method, arguments) -> switch (method.getName()) {
            case "getBundle" -> bundle;
            case "registerService" ->
                proxy(ServiceRegistration.class, (registration, called, none) -> answer(registration, called, none));
            default -> answer(self, method, arguments);
        });
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "findEntries" -> find(text(arguments, 0), text(arguments, 1));
            case "getEntry", "getResource" -> entry(text(arguments, 0));
            case "loadClass" -> owner.getClassLoader().loadClass(text(arguments, 0));
            case "adapt" ->
                proxy(BundleWiring.class, (wiring, called, none) -> switch (called.getName()) {
                    case "getClassLoader" -> owner.getClassLoader();
                    case "getBundle" -> self;
                    default -> answer(wiring, called, none);
                });
            case "getBundleContext" -> contextOf(owner);
            case "getSymbolicName", "getLocation" -> owner.getPackageName();
            case "getVersion" -> Version.parseVersion("1.0.0");
            case "getBundleId", "getLastModified" -> 1L;
            case "getState" -> Bundle.ACTIVE;
            case "getHeaders" -> headers();
            default -> answer(self, method, arguments);
        };
    }

    private @Nullable Enumeration<URL> find(String folder, String pattern) throws IOException {
        Path start = root.resolve(folder.startsWith("/") ? folder.substring(1) : folder);
        if (!Files.isDirectory(start)) {
            return null;
        }
        var matcher = start.getFileSystem().getPathMatcher("glob:" + pattern);
        try (Stream<Path> files = Files.list(start)) {
            List<URL> found = files.filter(file -> matcher.matches(file.getFileName()))
                    .sorted()
                    .map(ClassPathBundle::url)
                    .toList();
            return found.isEmpty() ? null : Collections.enumeration(found);
        }
    }

    private @Nullable URL entry(String path) {
        Path file = root.resolve(path.startsWith("/") ? path.substring(1) : path);
        return Files.exists(file) ? url(file) : null;
    }

    private static @Nullable Object answer(Object self, Method method, @Nullable Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> arguments != null && self == arguments[0];
            case "toString" -> "test " + method.getDeclaringClass().getSimpleName();
            case "getServiceReferences", "getAllServiceReferences" -> new ServiceReference<?>[0];
            case "getBundles" -> new Bundle[0];
            default -> method.getReturnType() == boolean.class ? Boolean.FALSE : null;
        };
    }

    private static Dictionary<String, String> headers() {
        return new Hashtable<>();
    }

    private static String text(@Nullable Object @Nullable [] arguments, int index) {
        return arguments == null ? "" : String.valueOf(arguments[index]);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(ClassPathBundle.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path rootOf(Class<?> owner) {
        try {
            Path place = Path.of(
                    owner.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                return place;
            }
            FileSystem jar = jar(URI.create("jar:" + place.toUri()));
            return jar.getPath("/");
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized FileSystem jar(URI uri) throws IOException {
        try {
            return FileSystems.newFileSystem(uri, Map.of());
        } catch (java.nio.file.FileSystemAlreadyExistsException e) {
            return FileSystems.getFileSystem(uri);
        }
    }
}
