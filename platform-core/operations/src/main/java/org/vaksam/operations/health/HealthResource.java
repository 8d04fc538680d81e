package org.vaksam.operations.health;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Open;
import org.vaksam.spi.web.Resources;

/** For monitors and load balancers. */
@Component(
        service = HealthResource.class,
        property = {Resources.PLATFORM + "=health", Resources.ROOT + "=true"})
@JakartarsResource
@Path("health")
@Produces(MediaType.APPLICATION_JSON)
@Open
public final class HealthResource {
    private final Readiness readiness;

    @Activate
    public HealthResource(@Reference Readiness readiness) {
        this.readiness = readiness;
    }

    @GET
    @Path("live")
    public Map<String, String> live() {
        return Map.of("status", "OK");
    }

    @GET
    @Path("ready")
    public Response ready() {
        Readiness.Report report = readiness.report();
        return Response.status(report.serves() ? 200 : 503)
                .entity(report)
                .header("Cache-Control", "no-store")
                .build();
    }
}
