package org.vaksam.spi.web;

import java.net.URL;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Files the gateway serves as they are; a service with the property {@link #PREFIX}. */
@ConsumerType
public interface StaticFiles {
    /** Service property: address prefix, for example {@code /console/}. */
    String PREFIX = "vaksam.prefix";

    /** The file at this path below the prefix, never starting with a slash and never containing {@code ..}. */
    Optional<URL> find(String path);

    /** Whether the content at this path never changes (a hash is part of its name). */
    boolean immutable(String path);

    /** What to answer for a path that is no file: the page of a single-page application. */
    Optional<URL> fallback();
}
