package org.vaksam.operations.services;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Services of platform bundles that may be missing at the moment. */
public interface PlatformServices {
    /** Runs the work with the service; empty when there is none. */
    <S, T> Optional<T> with(Class<S> type, Function<S, T> work);

    /** Runs the work with each service of this type that a platform bundle offers, together with the bundle's short name. */
    <S, T> List<T> each(Class<S> type, BiFunction<String, S, T> work);

    /** Whether a service of this type, or one that this filter matches, is there. */
    boolean has(String filter);
}
