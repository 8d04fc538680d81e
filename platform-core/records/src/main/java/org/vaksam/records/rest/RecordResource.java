package org.vaksam.records.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.SignedIn;
import org.vaksam.records.engine.Definitions;
import org.vaksam.records.engine.RecordChange;
import org.vaksam.records.engine.RecordCreation;
import org.vaksam.records.engine.RecordCreation.Created;
import org.vaksam.records.engine.RecordReading;
import org.vaksam.records.engine.TransitionView;
import org.vaksam.records.value.Json;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSearch.Page;
import org.vaksam.spi.records.RecordTypes.Type;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Resources;

/** Records of the area whose application the request came through. */
@Component(service = RecordResource.class, property = Resources.EVERY_MODULE + "=true")
@JakartarsResource
@Path("{records}")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public final class RecordResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Definitions definitions;
    private final RecordCreation creation;
    private final RecordChange change;
    private final RecordReading reading;
    private final TransitionView transitions;
    private final HistoryView history;
    private final SecrecyView secrecy;
    private final DefinitionView definitionView;
    private final Searching searching;
    private final RecordJson json;

    @Activate
    public RecordResource(
            @Reference Definitions definitions,
            @Reference RecordCreation creation,
            @Reference RecordChange change,
            @Reference RecordReading reading,
            @Reference TransitionView transitions,
            @Reference HistoryView history,
            @Reference SecrecyView secrecy,
            @Reference DefinitionView definitionView,
            @Reference Searching searching,
            @Reference RecordJson json) {
        this.definitions = definitions;
        this.creation = creation;
        this.change = change;
        this.reading = reading;
        this.transitions = transitions;
        this.history = history;
        this.secrecy = secrecy;
        this.definitionView = definitionView;
        this.searching = searching;
        this.json = json;
    }

    @GET
    public Response list(
            @Context ContainerRequestContext request, @PathParam("records") String records, @Context UriInfo address) {
        Type type = type(request, records);
        reading.requireArea(type.name());
        Page page = searching.page(type.name(), address.getQueryParameters());
        return Response.ok(json.page(reading.readAll(page.ids()), page)).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(
            @Context ContainerRequestContext request,
            @PathParam("records") String records,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            byte[] body) {
        Type type = type(request, records);
        Created created =
                creation.create(type, Bodies.object(body), RequestKeys.of(key, type.name(), body, creation.caller()));
        RecordRow row = created.row();
        Response.ResponseBuilder response = Response.created(
                        URI.create("/api/" + type.module() + "/" + type.path() + "/" + row.id()))
                .header("ETag", EntityTags.of(row.version()))
                .entity(json.record(row, transitions.of(row)));
        return created.replayed()
                ? response.header("Idempotent-Replayed", "true").build()
                : response.build();
    }

    @GET
    @Path("definition")
    public Response definition(
            @Context ContainerRequestContext request,
            @PathParam("records") String records,
            @QueryParam("kind") @Nullable String kind) {
        Type type = type(request, records);
        return Response.ok(definitionView.of(type, Optional.ofNullable(kind))).build();
    }

    @GET
    @Path("{id}")
    public Response read(
            @Context ContainerRequestContext request,
            @PathParam("records") String records,
            @PathParam("id") String id,
            @HeaderParam("If-None-Match") @Nullable String known) {
        RecordRow row = reading.read(type(request, records).name(), id);
        if (known != null && !row.hasSecrets() && EntityTags.matches(known, row.version())) {
            return Response.notModified()
                    .header("ETag", EntityTags.of(row.version()))
                    .build();
        }
        return answer(row);
    }

    @PATCH
    @Path("{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response patch(
            @Context ContainerRequestContext request,
            @PathParam("records") String records,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String version,
            byte[] body) {
        Type type = type(request, records);
        return answer(change.patch(type, id, EntityTags.required(version), Bodies.object(body)));
    }

    @DELETE
    @Path("{id}")
    public Response delete(
            @Context ContainerRequestContext request,
            @PathParam("records") String records,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String version) {
        change.delete(type(request, records), id, EntityTags.required(version));
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/transitions/{name}")
    public Response transition(
            @Context ContainerRequestContext request,
            @PathParam("records") String records,
            @PathParam("id") String id,
            @PathParam("name") String name,
            @HeaderParam("If-Match") @Nullable String version,
            byte[] body) {
        Type type = type(request, records);
        return answer(change.transition(type, id, EntityTags.optional(version), name, Bodies.optionalObject(body)));
    }

    @GET
    @Path("{id}/history")
    public Response history(
            @Context ContainerRequestContext request,
            @PathParam("records") String records,
            @PathParam("id") String id,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @Nullable String limit) {
        RecordRow row = reading.read(type(request, records).name(), id);
        return Response.ok(Json.write(history.of(row, before, limit))).build();
    }

    @GET
    @Path("{id}/secrecy")
    public Response secrecy(
            @Context ContainerRequestContext request,
            @PathParam("records") String records,
            @PathParam("id") String id) {
        RecordRow row = reading.seen(type(request, records).name(), id);
        return Response.ok(Json.write(secrecy.of(row))).build();
    }

    private Response answer(RecordRow row) {
        return Response.ok(json.record(row, transitions.of(row)))
                .header("ETag", EntityTags.of(row.version()))
                .build();
    }

    private Type type(ContainerRequestContext request, String records) {
        return AreaType.of(definitions, request, records);
    }
}
