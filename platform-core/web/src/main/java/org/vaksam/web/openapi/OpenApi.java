package org.vaksam.web.openapi;

import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.web.application.Json;
import org.vaksam.web.gateway.LiveEndpoint;
import org.vaksam.web.gateway.RouteTable;
import org.vaksam.web.http.Exchange;
import org.vaksam.web.http.Handler;
import org.vaksam.web.problem.Problems;

/** {@code GET /api/openapi.json}: made when first asked for after a change of routes. Contains no data, so it is open. */
public final class OpenApi implements Handler {
    /** Remembers its routes weakly: they lead to classes of modules, which must be free to go. */
    private record Made(WeakReference<RouteTable> table, byte[] document, String etag) {}

    private final Supplier<RouteTable> routes;
    private final Supplier<Optional<RecordTypes>> types;
    private final ObjectWriter writer = Json.mapper().writer();
    private volatile @Nullable Made made;

    public OpenApi(Supplier<RouteTable> routes, Supplier<Optional<RecordTypes>> types) {
        this.routes = routes;
        this.types = types;
    }

    @Override
    public void handle(Exchange exchange, HttpServletResponse response) throws IOException {
        if (!"GET".equals(exchange.getMethod()) && !"HEAD".equals(exchange.getMethod())) {
            throw Problems.methodNotAllowed("GET, HEAD");
        }
        Made current = current();
        response.setHeader("ETag", current.etag);
        response.setHeader("Cache-Control", "no-cache");
        if (current.etag.equals(exchange.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("application/json");
        response.setContentLength(current.document.length);
        response.getOutputStream().write(current.document);
    }

    private Made current() throws IOException {
        RouteTable table = routes.get();
        Made last = made;
        if (last == null || last.table.get() != table) {
            last = make(table);
            made = last;
        }
        return last;
    }

    private Made make(RouteTable table) throws IOException {
        var description = new Description(types.get()).addOwn();
        for (LiveEndpoint endpoint : table.endpoints()) {
            description.add(endpoint);
        }
        byte[] document = writer.writeValueAsBytes(description.document());
        var sum = new CRC32C();
        sum.update(document);
        return new Made(new WeakReference<>(table), document, '"' + Long.toHexString(sum.getValue()) + '"');
    }
}
