package org.vaksam.casework.subscription;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.SignedIn;
import org.vaksam.api.text.Text;
import org.vaksam.casework.notice.Me;
import org.vaksam.casework.notice.RecordBrief;
import org.vaksam.casework.notice.RecordBriefs;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.records.RecordVisibility;
import org.vaksam.spi.web.Input;
import org.vaksam.spi.web.Page;
import org.vaksam.spi.web.Resources;

/** {@code /api/subscriptions}: the records and views that the caller follows. */
@Component(service = SubscriptionsResource.class, property = Resources.PLATFORM + "=subscriptions")
@JakartarsResource
@Path("subscriptions")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public final class SubscriptionsResource {
    private static final int MOST_VALUES = 50;

    private final Follows follows;
    private final Views views;
    private final RecordAccess records;
    private final RecordBriefs briefs;
    private final RecordTypes types;
    private final Me me;

    @Activate
    public SubscriptionsResource(
            @Reference Follows follows,
            @Reference Views views,
            @Reference RecordAccess records,
            @Reference RecordBriefs briefs,
            @Reference RecordTypes types,
            @Reference Me me) {
        this.follows = follows;
        this.views = views;
        this.records = records;
        this.briefs = briefs;
        this.types = types;
        this.me = me;
    }

    /** A followed record; without the record for who may no longer see it. */
    public record FollowView(String id, Instant since, Optional<RecordBrief> record) {}

    /** A followed view. */
    public record ViewView(String id, String name, String type, Map<String, List<String>> filters, Instant since) {}

    /** Whether the caller follows it. */
    public record Following(boolean following) {}

    @GET
    @Path("records")
    public Page<FollowView> records(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @DefaultValue("50") int limit) {
        String account = me.account();
        int size = Page.size(limit);
        var page = Page.of(follows.page(account, Optional.ofNullable(after), size + 1), size, Follows.Follow::record);
        Map<String, RecordBrief> seen = briefs.of(
                account, page.items().stream().map(Follows.Follow::record).toList());
        return new Page<>(
                page.items().stream()
                        .map(follow -> new FollowView(
                                follow.record(), follow.since(), Optional.ofNullable(seen.get(follow.record()))))
                        .toList(),
                page.next());
    }

    @GET
    @Path("records/{record}")
    public Following isFollowing(@PathParam("record") String record) {
        return new Following(follows.isFollowing(records.require(record).id(), me.account()));
    }

    @PUT
    @Path("records/{record}")
    public Following follow(@PathParam("record") String record) {
        follows.set(records.require(record).id(), me.account(), true);
        return new Following(true);
    }

    /** Also for who may no longer see the record. */
    @DELETE
    @Path("records/{record}")
    public Response unfollow(@PathParam("record") String record) {
        String account = me.account();
        String id = follows.isFollowing(record, account)
                ? record
                : records.require(record).id();
        follows.set(id, account, false);
        return Response.noContent().build();
    }

    @GET
    @Path("views")
    public Map<String, List<ViewView>> views() {
        return Map.of(
                "items",
                views.of(me.account()).stream().map(SubscriptionsResource::view).toList());
    }

    @POST
    @Path("views")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response followView(@Nullable Map<String, @Nullable Object> body) {
        String account = me.account();
        var input = Input.of(body, "name", "type", "filters");
        String name = input.requiredLine("name", 200);
        String type = input.requiredLine("type", 100);
        Map<String, List<String>> filters = filters(input);
        input.check();
        if (types.type(type).isEmpty()) {
            input.wrong("type", "Det finns ingen sådan posttyp.", "There is no such record type.");
            input.check();
        }
        if (!RecordVisibility.of(me.caller(), type).isAny()) {
            throw Problem.forbidden(RecordVisibility.permission(type, "read"));
        }
        return Response.status(Response.Status.CREATED)
                .entity(view(views.add(account, name, type, filters)))
                .build();
    }

    @DELETE
    @Path("views/{id}")
    public Response unfollowView(@PathParam("id") String id) {
        if (!views.remove(me.account(), id)) {
            throw Problem.notFound(new Text("Du följer ingen sådan vy.", "You follow no such view."));
        }
        return Response.noContent().build();
    }

    private static Map<String, List<String>> filters(Input input) {
        var filters = new TreeMap<String, List<String>>();
        int values = 0;
        for (var filter : input.object("filters").entrySet()) {
            String field = "filters." + filter.getKey();
            if (!ViewFilter.NAMES.contains(filter.getKey())) {
                input.wrong(
                        field,
                        "Det här filtret kan inte bevakas. Möjliga är: " + names() + ".",
                        "This filter cannot be followed. Possible are: " + names() + ".");
            } else if (filter.getValue() instanceof List<?> list
                    && !list.isEmpty()
                    && list.stream()
                            .allMatch(value ->
                                    value instanceof String text && ViewFilter.isPossible(filter.getKey(), text))) {
                List<String> texts =
                        list.stream().map(String::valueOf).distinct().sorted().toList();
                filters.put(filter.getKey(), texts);
                values += texts.size();
            } else {
                input.wrong(field, "Ska vara en lista med värden.", "Must be a list of values.");
            }
        }
        if (values > MOST_VALUES) {
            input.wrong("filters", "Högst " + MOST_VALUES + " värden.", "At most " + MOST_VALUES + " values.");
        }
        return filters;
    }

    private static String names() {
        return String.join(", ", ViewFilter.NAMES.stream().sorted().toList());
    }

    private static ViewView view(Views.View view) {
        return new ViewView(view.id(), view.name(), view.type(), view.filters(), view.since());
    }
}
