package org.vaksam.data;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.BundleWiring;

/** A bundle whose entries are files of a folder, and whose classes are those of the test. */
final class FolderBundle implements InvocationHandler {
    private final Path folder;
    private final long id;

    private FolderBundle(Path folder, long id) {
        this.folder = folder;
        this.id = id;
    }

    static Bundle of(Path folder, long id) {
        return proxy(Bundle.class, new FolderBundle(folder, id));
    }

    /** A bundle with these files: path to content. */
    static Bundle with(Path parent, Map<String, String> files) throws Exception {
        Path folder = Files.createTempDirectory(parent, "bundle");
        for (var file : new TreeMap<>(files).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return of(folder, 1);
    }

    static BundleContext context() {
        return proxy(
                BundleContext.class,
                (context, method, arguments) -> proxy(ServiceRegistration.class, (self, called, none) -> null));
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "findEntries" -> entries(argument(arguments));
            case "getEntry" -> entry(argument(arguments));
            case "getResource" -> FolderBundle.class.getClassLoader().getResource(argument(arguments));
            case "adapt" -> proxy(BundleWiring.class, (wiring, called, none) -> FolderBundle.class.getClassLoader());
            case "getBundleId", "getLastModified" -> id;
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> arguments != null && self == arguments[0];
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private java.util.@Nullable Enumeration<URL> entries(String path) throws Exception {
        Path start = folder.resolve(path);
        if (!Files.isDirectory(start)) {
            return null;
        }
        var urls = new ArrayList<URL>();
        try (var files = Files.newDirectoryStream(start)) {
            for (Path file : files) {
                urls.add(file.toUri().toURL());
            }
        }
        return Collections.enumeration(urls);
    }

    private @Nullable URL entry(String path) throws Exception {
        Path file = folder.resolve(path.startsWith("/") ? path.substring(1) : path);
        return Files.exists(file) ? file.toUri().toURL() : null;
    }

    private static String argument(@Nullable Object @Nullable [] arguments) {
        return arguments == null ? "" : String.valueOf(arguments[0]);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FolderBundle.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
