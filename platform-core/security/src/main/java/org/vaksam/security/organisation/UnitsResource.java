package org.vaksam.security.organisation;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.data.Ids;
import org.vaksam.api.security.Requires;
import org.vaksam.api.security.SignedIn;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Resources;

/** {@code /api/units}: the organisation on any day; with {@code preview=true} a change only says what it would do. */
@Component(service = UnitsResource.class, property = Resources.PLATFORM + "=units")
@JakartarsResource
@Path("units")
@Produces(MediaType.APPLICATION_JSON)
public final class UnitsResource {
    private static final int MOST_HITS = 100;

    private final UnitDirectory directory;
    private final UnitViews views;
    private final UnitAdministration administration;
    private final Reorganiser reorganiser;

    @Activate
    public UnitsResource(
            @Reference UnitDirectory directory,
            @Reference UnitViews views,
            @Reference UnitAdministration administration,
            @Reference Reorganiser reorganiser) {
        this.directory = directory;
        this.views = views;
        this.administration = administration;
        this.reorganiser = reorganiser;
    }

    /** Those whose code or name contains the words; parents before their children. Without a day, ended and coming ones too. */
    @GET
    @SignedIn
    public Map<String, List<UnitRow>> list(
            @QueryParam("q") @DefaultValue("") String words, @QueryParam("on") @DefaultValue("") String on) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return Map.of(
                "items",
                directory.tree(Days.read(on, directory.today())).inOrder().stream()
                        .filter(unit -> on.isBlank() || unit.valid())
                        .filter(unit -> contains(unit, wanted))
                        .toList());
    }

    @GET
    @Path("tree")
    @SignedIn
    public Map<String, List<UnitViews.Node>> tree(
            @QueryParam("parent") @DefaultValue("") String parent, @QueryParam("on") @DefaultValue("") String on) {
        Optional<String> above = Optional.of(parent).filter(id -> !id.isBlank());
        return Map.of("items", views.children(above, Days.read(on, directory.today())));
    }

    @GET
    @Path("search")
    @SignedIn
    public UnitViews.Hits search(
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("on") @DefaultValue("") String on,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        return views.search(words, Days.read(on, directory.today()), Math.max(1, Math.min(MOST_HITS, limit)));
    }

    @GET
    @Path("{id}")
    @SignedIn
    public Response get(@PathParam("id") String id, @QueryParam("on") @DefaultValue("") String on) {
        UnitViews.Details details = views.details(id, Days.read(on, directory.today()));
        return Response.ok(details)
                .header(HttpHeaders.ETAG, EntityTags.of(details.unit().version()))
                .build();
    }

    @GET
    @Path("{id}/history")
    @SignedIn
    public Map<String, List<UnitViews.Period>> history(@PathParam("id") String id) {
        return Map.of("items", views.history(id));
    }

    @POST
    @Requires(PlatformRoles.MANAGE_ORGANISATION)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(
            @QueryParam("preview") @DefaultValue("false") boolean preview,
            @Nullable Map<String, @Nullable Object> body) {
        String id = Ids.next();
        return answer(administration.create(id, body), id, preview, Response.Status.CREATED);
    }

    @PATCH
    @Path("{id}")
    @Requires(PlatformRoles.MANAGE_ORGANISATION)
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response change(
            @PathParam("id") String id,
            @QueryParam("preview") @DefaultValue("false") boolean preview,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Nullable Map<String, @Nullable Object> body) {
        Plan plan = administration.change(id, EntityTags.required(version), body);
        return answer(plan, id, preview, Response.Status.OK);
    }

    @POST
    @Path("{id}/end")
    @Requires(PlatformRoles.MANAGE_ORGANISATION)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response end(
            @PathParam("id") String id,
            @QueryParam("preview") @DefaultValue("false") boolean preview,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Nullable Map<String, @Nullable Object> body) {
        Plan plan = administration.end(id, EntityTags.required(version), body);
        return answer(plan, id, preview, Response.Status.OK);
    }

    private Response answer(Plan plan, String id, boolean preview, Response.Status done) {
        if (preview) {
            return Response.ok(reorganiser.preview(plan)).build();
        }
        UnitRow unit = reorganiser.carryOut(plan).on(directory.today()).find(id).orElseThrow();
        return Response.status(done)
                .entity(unit)
                .header(HttpHeaders.ETAG, EntityTags.of(unit.version()))
                .build();
    }

    private static boolean contains(UnitRow unit, String words) {
        return words.isEmpty()
                || (unit.code() + "\n" + unit.name().sv() + "\n" + unit.name().en())
                        .toLowerCase(Locale.ROOT)
                        .contains(words);
    }
}
