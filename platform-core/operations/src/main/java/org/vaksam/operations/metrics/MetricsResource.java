package org.vaksam.operations.metrics;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Open;
import org.vaksam.spi.web.Resources;

/** Figures for Prometheus. */
@Component(
        service = MetricsResource.class,
        property = {Resources.PLATFORM + "=metrics", Resources.ROOT + "=true"})
@JakartarsResource
@Path("metrics")
public final class MetricsResource {
    private static final String READ = "platform:metrics:read";
    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final PlatformMetrics metrics;
    private final Access access;

    @Activate
    public MetricsResource(@Reference PlatformMetrics metrics, @Reference Access access) {
        this.metrics = metrics;
        this.access = access;
    }

    /** Open to this machine; the permission is asked for inside from everybody else. */
    @GET
    @Open
    public Response metrics(@Context HttpServletRequest request) {
        if (!LocalRequest.isLocal(request)) {
            access.require(READ);
        }
        return Response.ok(metrics.text(), FORMAT)
                .header("Cache-Control", "no-store")
                .build();
    }
}
