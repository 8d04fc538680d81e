package org.vaksam.casework.open311;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;
import org.vaksam.casework.page.FormBody;
import org.vaksam.spi.web.RemoteAddress;

/** What every request of a client says: how it wants the answer, the parameters of its address, where it comes from. */
public final class Asked {
    private final Format format;
    private final UriInfo address;
    private final HttpServletRequest request;

    /**
     * @param suffix {@code .xml}, {@code .json} or nothing
     */
    public Asked(
            @PathParam("format") String suffix,
            @HeaderParam("Accept") @Nullable String accept,
            @Context UriInfo address,
            @Context HttpServletRequest request) {
        this.format = Format.of(suffix, accept);
        this.address = address;
        this.request = request;
    }

    Format format() {
        return format;
    }

    HttpServletRequest request() {
        return request;
    }

    /**
     * The parameters of the address.
     *
     * @throws org.vaksam.api.problem.Problem 400 when they cannot be read
     */
    FormBody parameters() {
        String query = address.getRequestUri().getRawQuery();
        return query == null ? FormBody.empty() : FormBody.parse(query);
    }

    /** Where the client believes the platform to be. */
    String origin() {
        return (RemoteAddress.isSecure(request) ? "https://" : "http://") + request.getHeader("Host");
    }
}
