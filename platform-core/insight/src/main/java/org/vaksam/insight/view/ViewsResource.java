package org.vaksam.insight.view;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.SignedIn;
import org.vaksam.api.text.Text;
import org.vaksam.insight.view.SavedView.Content;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Resources;

/** {@code /api/views}: saved views, one's own and those shared with one's roles and units. */
@Component(service = ViewsResource.class, property = Resources.PLATFORM + "=views")
@JakartarsResource
@Path("views")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public final class ViewsResource {
    private final SavedViews views;
    private final Circles circles;
    private final Accounts accounts;
    private final Access access;

    @Activate
    public ViewsResource(
            @Reference SavedViews views,
            @Reference Circles circles,
            @Reference Accounts accounts,
            @Reference Access access) {
        this.views = views;
        this.circles = circles;
        this.accounts = accounts;
        this.access = access;
    }

    /** Whose view it is. */
    public record Owner(String id, String name) {}

    /** A role that a view can be shared with. */
    public record Role(String id, Text title) {}

    /** A view. */
    public record View(
            String id,
            String name,
            String type,
            String query,
            List<String> columns,
            String sort,
            String shape,
            Optional<String> role,
            Optional<String> unit,
            boolean own,
            Owner owner,
            int version,
            Instant updatedAt) {}

    @GET
    public Map<String, List<View>> list(@QueryParam("type") @Nullable String type) {
        List<SavedView> found = views.list(access.caller(), Optional.ofNullable(type));
        Set<String> owners = found.stream().map(SavedView::account).collect(Collectors.toSet());
        Map<String, String> names = accounts.names(owners);
        return Map.of("items", found.stream().map(view -> view(view, names)).toList());
    }

    /** The caller's roles, with which a view can be shared. */
    @GET
    @Path("roles")
    public Map<String, List<Role>> roles() {
        return Map.of(
                "items",
                circles.of(access.caller()).roles().entrySet().stream()
                        .map(role -> new Role(role.getKey(), role.getValue()))
                        .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@Nullable Map<String, @Nullable Object> body) {
        Content content = ViewInput.read(body);
        SavedView view = views.add(access.caller(), content);
        return answer(Response.created(URI.create("/api/views/" + view.id())), view);
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return answer(Response.ok(), views.require(access.caller(), id));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @Nullable Map<String, @Nullable Object> body) {
        Content content = ViewInput.read(body);
        return answer(Response.ok(), views.change(access.caller(), id, EntityTags.required(match), content));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match) {
        views.remove(access.caller(), id, EntityTags.required(match));
        return Response.noContent().build();
    }

    private Response answer(Response.ResponseBuilder response, SavedView view) {
        return response.entity(view(view, accounts.names(Set.of(view.account()))))
                .header("ETag", EntityTags.of(view.version()))
                .build();
    }

    private View view(SavedView view, Map<String, String> names) {
        Content content = view.content();
        return new View(
                view.id(),
                content.name(),
                content.type(),
                content.query(),
                content.columns(),
                content.sort(),
                content.shape(),
                content.role(),
                content.unit(),
                access.caller().account().filter(view.account()::equals).isPresent(),
                new Owner(view.account(), names.getOrDefault(view.account(), "")),
                view.version(),
                view.updatedAt());
    }
}
