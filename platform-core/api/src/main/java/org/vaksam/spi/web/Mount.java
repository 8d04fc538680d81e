package org.vaksam.spi.web;

import jakarta.ws.rs.container.ContainerRequestContext;

/**
 * Which application a request came through; set by the gateway on every request.
 *
 * @param module   id of the module, or of the platform bundle
 * @param revision name of the revision
 */
public record Mount(String module, String revision) {
    /** Name of the request property that holds the mount. */
    public static final String PROPERTY = "vaksam.mount";

    /** The mount of this request; resource methods ask with {@code @Context ContainerRequestContext}. */
    public static Mount of(ContainerRequestContext request) {
        return (Mount) request.getProperty(PROPERTY);
    }
}
