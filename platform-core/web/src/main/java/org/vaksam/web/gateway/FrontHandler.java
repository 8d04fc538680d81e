package org.vaksam.web.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vaksam.spi.front.Front;
import org.vaksam.spi.security.Authenticator;

/** Takes requests from the front: finds who answers, waits if it is to wait, enters, and runs the pipeline. */
final class FrontHandler implements Front.Handler {
    private static final int TRIES = 5;

    private final Router router;
    private final Holds holds;
    private final Supplier<Optional<Authenticator>> authenticator;
    private final Pipeline pipeline;
    private volatile boolean closed;

    FrontHandler(Router router, Holds holds, Supplier<Optional<Authenticator>> authenticator, Pipeline pipeline) {
        this.router = router;
        this.holds = holds;
        this.authenticator = authenticator;
        this.pipeline = pipeline;
    }

    /** Accepts nothing any more. */
    void close() {
        closed = true;
    }

    @Override
    public boolean handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        for (int tries = 0; tries < TRIES && !closed; tries++) {
            Destination destination = router.find(path);
            if (destination == null) {
                return false;
            }
            Destination.Identity identity = destination.identity();
            Authenticator who = identity == Destination.Identity.INDIFFERENT
                    ? null
                    : authenticator.get().orElse(null);
            if (who == null && identity == Destination.Identity.NEEDED) {
                return false;
            }
            Destination.Host host = enter(destination);
            if (host != null) {
                pipeline.run(destination, host, who, request, response);
                return true;
            }
        }
        return false;
    }

    /** Enters first and looks then whether to wait, so that whoever holds and has seen nobody inside is not passed. */
    private Destination.@Nullable Host enter(Destination destination) {
        Destination.Host host = destination.enter();
        if (host == null || !destination.held(holds)) {
            return host;
        }
        host.left(null);
        try {
            destination.await(holds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }
}
