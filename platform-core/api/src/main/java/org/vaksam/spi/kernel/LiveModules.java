package org.vaksam.spi.kernel;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;

/** How a platform bundle uses a service of a module without keeping it: under a lease, on the live revision. */
@ProviderType
public interface LiveModules {
    /**
     * Runs the work with the live revision's service of this type that the predicate accepts.
     *
     * @return empty when the module is not live or offers no such service
     */
    <S, T> Optional<T> with(String module, Class<S> service, Predicate<S> which, Function<S, T> work);

    /** The descriptor of a live module. */
    Optional<ModuleDescriptor> descriptor(String module);

    /** A file of the live revision's bundle, below {@code META-INF/vaksam/web/}, when the revision is still this one. */
    Optional<java.net.URL> webFile(String module, String revision, String path);
}
