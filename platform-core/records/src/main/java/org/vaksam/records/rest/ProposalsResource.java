package org.vaksam.records.rest;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.SignedIn;
import org.vaksam.records.engine.RecordReading;
import org.vaksam.records.link.Dismissals;
import org.vaksam.records.link.Proposals;
import org.vaksam.records.value.Json;
import org.vaksam.spi.web.Resources;

/** Records that may have to do with one; accepted by making a link. */
@Component(service = ProposalsResource.class, property = Resources.PLATFORM + "=records")
@JakartarsResource
@Path("records/{id}/proposals")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public final class ProposalsResource {
    private final RecordReading reading;
    private final Proposals proposals;
    private final Dismissals dismissals;
    private final ConnectionJson json;

    @Activate
    public ProposalsResource(
            @Reference RecordReading reading,
            @Reference Proposals proposals,
            @Reference Dismissals dismissals,
            @Reference ConnectionJson json) {
        this.reading = reading;
        this.proposals = proposals;
        this.dismissals = dismissals;
        this.json = json;
    }

    @GET
    public String list(@PathParam("id") String id) {
        return Json.write(Map.of(
                "items",
                proposals.of(reading.read(id)).stream().map(json::proposal).toList()));
    }

    /** The other record is not proposed any more, on either side. */
    @PUT
    @Path("{other}/dismissal")
    public Response dismiss(@PathParam("id") String id, @PathParam("other") String other) {
        dismissals.dismiss(reading.read(id), other);
        return Response.noContent().build();
    }

    @DELETE
    @Path("{other}/dismissal")
    public Response takeBack(@PathParam("id") String id, @PathParam("other") String other) {
        dismissals.takeBack(reading.read(id), other);
        return Response.noContent().build();
    }
}
