package org.vaksam.records.rest;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.SignedIn;
import org.vaksam.api.text.Text;
import org.vaksam.records.asset.AssetChange;
import org.vaksam.records.asset.AssetLists;
import org.vaksam.records.asset.AssetQuery;
import org.vaksam.records.asset.AssetReading;
import org.vaksam.records.asset.AssetRow;
import org.vaksam.records.asset.AssetRow.Status;
import org.vaksam.records.asset.AssetTypes;
import org.vaksam.records.engine.RecordReading;
import org.vaksam.records.value.Json;
import org.vaksam.spi.records.RecordSearch.Page;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Resources;

/** {@code /api/assets}: the register, and of each asset its parts, its records in all areas and its history. */
@Component(service = AssetsResource.class, property = Resources.PLATFORM + "=assets")
@JakartarsResource
@Path("assets")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public final class AssetsResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final int MOST = 200;

    private final AssetTypes types;
    private final AssetLists lists;
    private final AssetReading reading;
    private final AssetChange change;
    private final AssetJson json;
    private final Searching searching;
    private final RecordReading records;
    private final RecordJson recordJson;
    private final HistoryView history;

    @Activate
    public AssetsResource(
            @Reference AssetTypes types,
            @Reference AssetLists lists,
            @Reference AssetReading reading,
            @Reference AssetChange change,
            @Reference AssetJson json,
            @Reference Searching searching,
            @Reference RecordReading records,
            @Reference RecordJson recordJson,
            @Reference HistoryView history) {
        this.types = types;
        this.lists = lists;
        this.reading = reading;
        this.change = change;
        this.json = json;
        this.searching = searching;
        this.records = records;
        this.recordJson = recordJson;
        this.history = history;
    }

    @GET
    public String list(
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("type") @Nullable String type,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("parent") @Nullable String parent,
            @QueryParam("status") @Nullable String status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        return json.page(lists.page(new AssetQuery(
                words,
                given(type),
                given(unit),
                given(parent)
                        .map(id -> id.equals(AssetQuery.TOP)
                                ? id
                                : reading.read(id).id()),
                statuses(given(status)),
                given(cursor),
                Searching.whole("limit", limit, MOST))));
    }

    @GET
    @Path("types")
    public String types() {
        return json.types(types.all());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(byte[] body) {
        AssetRow row = change.create(Bodies.object(body));
        return answer(Response.created(URI.create("/api/assets/" + row.id())), row);
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id) {
        return answer(Response.ok(), reading.read(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String version, byte[] body) {
        return answer(Response.ok(), change.change(known(id), EntityTags.required(version), Bodies.object(body)));
    }

    @POST
    @Path("{id}/move")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response move(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String version, byte[] body) {
        return answer(Response.ok(), change.move(known(id), EntityTags.required(version), Bodies.object(body)));
    }

    @POST
    @Path("{id}/retire")
    public Response retire(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String version, byte[] body) {
        return answer(
                Response.ok(), change.retire(known(id), EntityTags.required(version), Bodies.optionalObject(body)));
    }

    @GET
    @Path("{id}/children")
    public String children(
            @PathParam("id") String id,
            @QueryParam("status") @Nullable String status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        return list("", null, null, id, status, cursor, limit);
    }

    /** Records of every area about it, with {@code below} also about its parts; filters as in every list. */
    @GET
    @Path("{id}/records")
    public Response records(
            @PathParam("id") String id,
            @QueryParam("below") @DefaultValue("false") boolean below,
            @Context UriInfo address) {
        String about = (below ? "below:" : "") + known(id);
        var parameters = new MultivaluedHashMap<>(address.getQueryParameters());
        parameters.remove("below");
        Page page = searching.page(List.of(), Map.of("asset", List.of(about)), parameters);
        return Response.ok(recordJson.page(records.readAll(page.ids()), page)).build();
    }

    @GET
    @Path("{id}/history")
    public String history(
            @PathParam("id") String id,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @Nullable String limit) {
        return Json.write(history.ofAsset(known(id), before, limit));
    }

    private String known(String idOrKey) {
        return reading.read(idOrKey).id();
    }

    private Response answer(Response.ResponseBuilder response, AssetRow row) {
        return response.header("ETag", EntityTags.of(row.version()))
                .entity(json.asset(row))
                .build();
    }

    private static Set<Status> statuses(Optional<String> wanted) {
        if (wanted.isEmpty()) {
            return EnumSet.of(Status.PLANNED, Status.ACTIVE);
        }
        if (wanted.get().equals("all")) {
            return EnumSet.allOf(Status.class);
        }
        return EnumSet.allOf(Status.class).stream()
                .filter(status -> status.word().equals(wanted.get()))
                .findFirst()
                .map(EnumSet::of)
                .orElseThrow(() -> Problem.badRequest(new Text(
                        "status ska vara planned, active, retired eller all.",
                        "status must be planned, active, retired or all.")));
    }

    private static Optional<String> given(@Nullable String parameter) {
        return Optional.ofNullable(parameter).filter(text -> !text.isBlank());
    }
}
