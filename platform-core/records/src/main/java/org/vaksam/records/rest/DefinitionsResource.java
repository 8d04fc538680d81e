package org.vaksam.records.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Requires;
import org.vaksam.api.text.Text;
import org.vaksam.records.design.Moves;
import org.vaksam.records.design.Overview;
import org.vaksam.records.design.Publication;
import org.vaksam.records.design.Vocabulary;
import org.vaksam.records.store.DefinitionStore.Stored;
import org.vaksam.records.store.MoveTable.Move;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Problems;
import org.vaksam.records.value.Words;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Resources;

/** Definitions in force: where they come from, returning to the module's, and moving records to the newest version. */
@Component(service = DefinitionsResource.class, property = Resources.PLATFORM + "=definitions")
@JakartarsResource
@Path("definitions")
@Produces(MediaType.APPLICATION_JSON)
@Requires("platform:definitions:manage")
public final class DefinitionsResource {
    private final Overview overview;
    private final Publication publication;
    private final Moves moves;
    private final Vocabulary vocabulary;

    @Activate
    public DefinitionsResource(
            @Reference Overview overview,
            @Reference Publication publication,
            @Reference Moves moves,
            @Reference Vocabulary vocabulary) {
        this.overview = overview;
        this.publication = publication;
        this.moves = moves;
        this.vocabulary = vocabulary;
    }

    @GET
    public String list() {
        return DesignJson.items(overview.types());
    }

    /** Permissions and roles of the area, for those who write its definitions. */
    @GET
    @Path("{type}")
    public String words(@PathParam("type") String type) {
        var json = new LinkedHashMap<String, Object>();
        json.put(
                "permissions",
                vocabulary.permissions(type).stream()
                        .map(permission -> Map.of(
                                "id",
                                permission.id(),
                                "title",
                                permission.title().asMap()))
                        .toList());
        json.put(
                "roles",
                vocabulary.roles(type).stream()
                        .map(role ->
                                Map.of("id", role.id(), "title", role.title().asMap()))
                        .toList());
        return Json.write(json);
    }

    /** What is in force, and every version before it. */
    @GET
    @Path("{type}/{kind}")
    public Response get(@PathParam("type") String type, @PathParam("kind") String kind) {
        Stored stored = overview.require(type, kind);
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("type", stored.type());
        json.put("kind", stored.kind());
        json.put("version", stored.version());
        json.put("own", stored.own());
        json.put("retired", stored.retired());
        json.put("definition", DesignJson.document(stored.json()));
        json.put(
                "versions",
                overview.history(type, kind).stream().map(DesignJson::published).toList());
        return Response.ok(Json.write(json))
                .header("ETag", EntityTags.of(stored.version()))
                .build();
    }

    /** Returns to what the module brings. */
    @DELETE
    @Path("{type}/{kind}")
    public String giveBack(
            @PathParam("type") String type,
            @PathParam("kind") String kind,
            @QueryParam("reason") @DefaultValue("") String reason,
            @HeaderParam("If-Match") @Nullable String match) {
        return Json.write(DesignJson.published(publication.giveBack(type, kind, EntityTags.required(match), reason)));
    }

    @POST
    @Path("{type}/{kind}/moves/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public String preview(@PathParam("type") String type, @PathParam("kind") String kind, byte[] body) {
        Map<String, @Nullable Object> members = Bodies.optionalObject(body);
        return Json.write(DesignJson.plan(moves.preview(type, kind, Moves.states(members.get("states")))));
    }

    @POST
    @Path("{type}/{kind}/moves")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response move(@PathParam("type") String type, @PathParam("kind") String kind, byte[] body) {
        Map<String, @Nullable Object> members = Bodies.object(body);
        var problems = new Problems();
        String reason = Words.lines(members.getOrDefault("reason", ""), "reason", 2_000, problems)
                .orElse("");
        problems.throwIfAny();
        String hash = String.valueOf(members.getOrDefault("hash", ""));
        Move move = moves.start(type, kind, Moves.states(members.get("states")), hash, reason);
        return Response.accepted(Json.write(DesignJson.move(move))).build();
    }

    @GET
    @Path("{type}/{kind}/moves")
    public String moves(@PathParam("type") String type, @PathParam("kind") String kind) {
        return DesignJson.items(
                moves.of(type, kind).stream().map(DesignJson::move).toList());
    }

    @GET
    @Path("{type}/{kind}/moves/{id}")
    public String move(@PathParam("type") String type, @PathParam("kind") String kind, @PathParam("id") String id) {
        return Json.write(DesignJson.move(moves.find(id)
                .filter(move -> move.type().equals(type) && move.kind().equals(kind))
                .orElseThrow(
                        () -> Problem.notFound(new Text("Det finns ingen sådan flytt.", "There is no such move.")))));
    }
}
