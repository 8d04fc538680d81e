package org.vaksam.records.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.SignedIn;
import org.vaksam.records.engine.RecordReading;
import org.vaksam.records.link.Input;
import org.vaksam.records.link.LinkOrder;
import org.vaksam.records.link.Links;
import org.vaksam.records.link.Relation;
import org.vaksam.records.value.Json;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.web.Resources;

/** Links of a record of any area. */
@Component(service = LinksResource.class, property = Resources.PLATFORM + "=records")
@JakartarsResource
@Path("records/{id}/links")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public final class LinksResource {
    private final RecordReading reading;
    private final Links links;
    private final ConnectionJson json;

    @Activate
    public LinksResource(@Reference RecordReading reading, @Reference Links links, @Reference ConnectionJson json) {
        this.reading = reading;
        this.links = links;
        this.json = json;
    }

    /** Those whose other side the caller may see, and the relations there are. */
    @GET
    public String list(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        RecordRow row = reading.read(id);
        Part<Links.Seen> part = Part.of(links.of(row), seen -> seen.link().id(), cursor, limit);
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("items", part.items().stream().map(json::link).toList());
        shown.put("next", part.next().orElse(null));
        shown.put("relations", ConnectionJson.relations(List.of(Relation.values())));
        shown.put("assetRelations", ConnectionJson.relations(Relation.OF_ASSETS));
        return Json.write(shown);
    }

    /** 201, or 200 when the same link was there before. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("id") String id, byte[] body) {
        RecordRow row = reading.read(id);
        Links.Made made = links.add(row, LinkOrder.read(Bodies.object(body)));
        Response.ResponseBuilder response = made.before()
                ? Response.ok()
                : Response.created(URI.create("/api/records/" + row.id() + "/links/"
                        + made.seen().link().id()));
        return response.entity(Json.write(json.link(made.seen()))).build();
    }

    @DELETE
    @Path("{link}")
    public Response remove(
            @PathParam("id") String id, @PathParam("link") String link, @QueryParam("reason") @Nullable String reason) {
        links.remove(reading.read(id), link, Input.reason(reason));
        return Response.noContent().build();
    }
}
