package org.vaksam.records.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.SignedIn;
import org.vaksam.records.engine.RecordReading;
import org.vaksam.records.link.ConversionOrder;
import org.vaksam.records.link.KindChange;
import org.vaksam.records.value.Json;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Resources;

/** Giving a record another kind of its type. */
@Component(service = KindResource.class, property = Resources.PLATFORM + "=records")
@JakartarsResource
@Path("records/{id}/kind")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public final class KindResource {
    private final RecordReading reading;
    private final KindChange change;
    private final ConnectionJson json;

    @Activate
    public KindResource(
            @Reference RecordReading reading, @Reference KindChange change, @Reference ConnectionJson json) {
        this.reading = reading;
        this.change = change;
        this.json = json;
    }

    /** What would become of each value. */
    @GET
    public String preview(@PathParam("id") String id, @QueryParam("kind") @DefaultValue("") String kind) {
        return Json.write(json.conversion(change.preview(reading.read(id), kind)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String version, byte[] body) {
        RecordRow row = reading.read(id);
        RecordRow changed = change.change(
                row, ConversionOrder.ofKind(row.type(), Bodies.object(body)), EntityTags.required(version));
        return Response.ok(Json.write(json.record(changed)))
                .header("ETag", EntityTags.of(changed.version()))
                .build();
    }
}
