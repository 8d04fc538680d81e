package org.vaksam.casework.action;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.SignedIn;
import org.vaksam.api.text.Text;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Input;
import org.vaksam.spi.web.Page;
import org.vaksam.spi.web.Resources;

/** What somebody has to do, in all areas and in units. */
@Component(service = ActionsResource.class, property = Resources.PLATFORM + "=actions")
@JakartarsResource
@Path("actions")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class ActionsResource {
    private static final String[] NEW = Stream.concat(Stream.of(ActionInput.CONTENT), Stream.of("record", "state"))
            .toArray(String[]::new);
    private static final String[] CHANGED =
            Stream.concat(Stream.of(ActionInput.CONTENT), Stream.of("reason")).toArray(String[]::new);

    private final Actions actions;
    private final ActionWork work;
    private final Delegations delegations;
    private final ActionLists lists;
    private final ActionAccess access;
    private final ActionRequests requests;
    private final ActionJson json;

    @Activate
    public ActionsResource(
            @Reference Actions actions,
            @Reference ActionWork work,
            @Reference Delegations delegations,
            @Reference ActionLists lists,
            @Reference ActionAccess access,
            @Reference ActionRequests requests,
            @Reference ActionJson json) {
        this.actions = actions;
        this.work = work;
        this.delegations = delegations;
        this.lists = lists;
        this.access = access;
        this.requests = requests;
        this.json = json;
    }

    /** The next due first. {@code state} may be given several times, {@code open} is {@code true} or {@code false}. */
    @GET
    public Page<Map<String, @Nullable Object>> list(
            @QueryParam("mine") @DefaultValue("false") boolean mine,
            @QueryParam("record") @Nullable String record,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("state") List<String> states,
            @QueryParam("open") @Nullable String open,
            @QueryParam("overdue") @DefaultValue("false") boolean overdue,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var query = new ActionLists.Query(
                mine,
                Optional.ofNullable(record),
                Optional.ofNullable(unit),
                states.stream().map(ActionsResource::state).toList(),
                Optional.ofNullable(open).map("true"::equals),
                overdue);
        var sight = access.sight();
        Page<Action> page = lists.page(query, Optional.ofNullable(cursor), Page.size(limit), sight);
        return new Page<>(json.list(page.items(), sight), page.next());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(
            @Nullable Map<String, @Nullable Object> body, @HeaderParam("Idempotency-Key") @Nullable String key) {
        Input input = Input.of(body, NEW);
        String hashed = body == null ? "" : new TreeMap<>(body).toString();
        Action made = requests.once(key, hashed, access.caller(), () -> work.create(input));
        return tagged(Response.status(Response.Status.CREATED), made);
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id) {
        return tagged(Response.ok(), actions.read(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response edit(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected,
            @Nullable Map<String, @Nullable Object> body) {
        return changed(id, expected, Input.of(body, CHANGED), work::edit);
    }

    @POST
    @Path("{id}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response step(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected,
            @Nullable Map<String, @Nullable Object> body) {
        return changed(id, expected, Input.of(body, "step", "reason"), work::step);
    }

    @PUT
    @Path("{id}/effect")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response effect(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected,
            @Nullable Map<String, @Nullable Object> body) {
        return changed(id, expected, Input.of(body, "on", "outcome", "text"), work::effect);
    }

    @PUT
    @Path("{id}/delegation")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response offer(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected,
            @Nullable Map<String, @Nullable Object> body) {
        return changed(id, expected, Input.of(body, "to", "reason"), delegations::offer);
    }

    @POST
    @Path("{id}/delegation/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response answer(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected,
            @Nullable Map<String, @Nullable Object> body) {
        return changed(id, expected, Input.of(body, "accept", "reason"), delegations::answer);
    }

    @DELETE
    @Path("{id}/delegation")
    public Response withdraw(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected) {
        return tagged(Response.ok(), delegations.withdraw(id, EntityTags.required(expected)));
    }

    /** What is asked for of an action that is to be in an expected version. */
    @FunctionalInterface
    private interface Change {
        Action make(String id, IntPredicate expected, Input wanted);
    }

    private Response changed(String id, @Nullable String expected, Input wanted, Change change) {
        return tagged(Response.ok(), change.make(id, EntityTags.required(expected), wanted));
    }

    private Response tagged(Response.ResponseBuilder answer, Action action) {
        return answer.entity(json.of(action))
                .header(HttpHeaders.ETAG, EntityTags.of(action.version()))
                .build();
    }

    private static ActionState state(String id) {
        return ActionState.of(id).orElseThrow(() -> {
            String all = String.join(
                    ", ",
                    Arrays.stream(ActionState.values()).map(ActionState::id).toList());
            return Problem.badRequest(
                    new Text("state ska vara något av " + all + ".", "state must be one of " + all + "."));
        });
    }
}
