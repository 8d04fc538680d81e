package org.vaksam.records.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.BodyLimit;
import org.vaksam.api.security.Requires;
import org.vaksam.records.design.Drafts;
import org.vaksam.records.design.Publication;
import org.vaksam.records.design.Trying;
import org.vaksam.records.store.DraftTable.Draft;
import org.vaksam.records.value.Json;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Resources;

/** Drafts of definitions: written, checked, tried, compared and published. */
@Component(service = DraftsResource.class, property = Resources.PLATFORM + "=definitions")
@JakartarsResource
@Path("definitions/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Requires("platform:definitions:manage")
public final class DraftsResource {
    private static final long LARGEST = 256 * 1024;

    private final Drafts drafts;
    private final Trying trying;
    private final Publication publication;

    @Activate
    public DraftsResource(@Reference Drafts drafts, @Reference Trying trying, @Reference Publication publication) {
        this.drafts = drafts;
        this.trying = trying;
        this.publication = publication;
    }

    @GET
    public String list() {
        return DesignJson.items(drafts.all().stream().map(DesignJson::head).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @BodyLimit(LARGEST)
    public Response start(byte[] body) {
        return answer(Response.status(201), drafts.start(Bodies.object(body)));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return answer(Response.ok(), drafts.require(id));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @BodyLimit(LARGEST)
    public Response save(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match, byte[] body) {
        ObjectNode json = Json.MAPPER.valueToTree(Bodies.object(body));
        return answer(Response.ok(), drafts.save(id, EntityTags.required(match), json));
    }

    @DELETE
    @Path("{id}")
    public void discard(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match) {
        drafts.discard(id, EntityTags.required(match));
    }

    @GET
    @Path("{id}/check")
    public String check(@PathParam("id") String id) {
        return DesignJson.items(drafts.check(drafts.require(id)).stream()
                .map(DesignJson::problem)
                .toList());
    }

    @POST
    @Path("{id}/trial")
    @Consumes(MediaType.APPLICATION_JSON)
    @BodyLimit(LARGEST)
    public String tryOut(@PathParam("id") String id, byte[] body) {
        return Json.write(trying.run(drafts.require(id), Bodies.object(body)));
    }

    @GET
    @Path("{id}/differences")
    public String differences(@PathParam("id") String id) {
        return Json.write(trying.differences(drafts.require(id)));
    }

    @POST
    @Path("{id}/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    @BodyLimit(LARGEST)
    public String publish(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match, byte[] body) {
        return Json.write(
                DesignJson.published(publication.publish(id, EntityTags.required(match), Bodies.object(body))));
    }

    private static Response answer(Response.ResponseBuilder response, Draft draft) {
        return response.entity(Json.write(DesignJson.whole(draft)))
                .header("ETag", EntityTags.of(draft.version()))
                .build();
    }
}
