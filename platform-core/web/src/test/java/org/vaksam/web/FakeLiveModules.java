package org.vaksam.web;

import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.vaksam.spi.kernel.LiveModules;
import org.vaksam.spi.kernel.ModuleDescriptor;

/** Files of modules by {@code module/revision/path}. */
public final class FakeLiveModules implements LiveModules {
    public final Map<String, URL> files = new ConcurrentHashMap<>();

    @Override
    public <S, T> Optional<T> with(String module, Class<S> service, Predicate<S> which, Function<S, T> work) {
        return Optional.empty();
    }

    @Override
    public Optional<ModuleDescriptor> descriptor(String module) {
        return Optional.empty();
    }

    @Override
    public Optional<URL> webFile(String module, String revision, String path) {
        return Optional.ofNullable(files.get(module + "/" + revision + "/" + path));
    }
}
