package org.vaksam.web.events;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.security.Caller;
import org.vaksam.spi.security.Authenticator;

/** Who listens; asked for anew whenever there is something to tell, since sessions, tokens and grants end while a stream is open. */
final class Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    private final Caller first;
    private final HttpServletRequest request;
    private final Supplier<Optional<Authenticator>> authenticator;

    Listener(Caller first, HttpServletRequest request, Supplier<Optional<Authenticator>> authenticator) {
        this.first = first;
        this.request = request;
        this.authenticator = authenticator;
    }

    /** As they are now; empty when nobody knows them any more. */
    Optional<Caller> now() {
        try {
            return authenticator
                    .get()
                    .map(service -> service.authenticate(request))
                    .filter(Caller::isKnown);
        } catch (RuntimeException e) {
            LOG.debug("a listener is no longer known", e);
            return Optional.empty();
        }
    }

    /** Whose account it was when they came. */
    Optional<String> account() {
        return first.account();
    }

    boolean isSameAs(Listener other) {
        return first.account().equals(other.first.account()) && first.name().equals(other.first.name());
    }
}
