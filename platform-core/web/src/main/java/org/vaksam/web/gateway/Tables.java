package org.vaksam.web.gateway;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The route table of the moment; changed by one atomic exchange. */
final class Tables {
    private final AtomicReference<RouteTable> table = new AtomicReference<>(RouteTable.EMPTY);

    RouteTable current() {
        return Objects.requireNonNull(table.get());
    }

    void change(UnaryOperator<RouteTable> change) {
        table.updateAndGet(change);
    }
}
