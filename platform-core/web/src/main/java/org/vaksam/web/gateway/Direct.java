package org.vaksam.web.gateway;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.Problem;
import org.vaksam.web.http.Exchange;
import org.vaksam.web.http.Handler;

/** A destination inside the gateway itself; always there. */
record Direct(Handler handler, Identity identity, Counter counter) implements Destination, Destination.Host {

    /** Nothing but a problem is there. */
    static Direct problem(Problem problem, Counter counter) {
        return new Direct(
                (exchange, response) -> {
                    throw problem;
                },
                Identity.INDIFFERENT,
                counter);
    }

    @Override
    public Host enter() {
        return this;
    }

    @Override
    public boolean held(Holds holds) {
        return false;
    }

    @Override
    public void await(Holds holds) {
        // never held
    }

    @Override
    public void serve(Exchange exchange, HttpServletResponse response) throws ServletException, IOException {
        handler.handle(exchange, response);
    }

    @Override
    public void streamOpened(AsyncContext stream) {
        // its owner keeps track
    }

    @Override
    public void left(@Nullable AsyncContext stream) {
        // holds nothing
    }
}
