package org.vaksam.web.events;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens to a service that comes and goes. */
final class Follower<S> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private final Supplier<Optional<S>> service;
    private final Function<S, AutoCloseable> listen;
    private @Nullable S followed;
    private @Nullable AutoCloseable subscription;

    Follower(Supplier<Optional<S>> service, Function<S, AutoCloseable> listen) {
        this.service = service;
        this.listen = listen;
    }

    /** The service of the moment, which is followed from now on. */
    Optional<S> current() {
        Optional<S> now = service.get();
        if (now.orElse(null) != followed) {
            close();
            now.ifPresent(arrived -> {
                subscription = listen.apply(arrived);
                followed = arrived;
            });
        }
        return now;
    }

    @Override
    public void close() {
        AutoCloseable ending = subscription;
        subscription = null;
        followed = null;
        if (ending != null) {
            try {
                ending.close();
            } catch (Exception e) {
                LOG.debug("who was followed had gone already", e);
            }
        }
    }
}
