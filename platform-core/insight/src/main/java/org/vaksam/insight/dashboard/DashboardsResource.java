package org.vaksam.insight.dashboard;

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
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Requires;
import org.vaksam.api.security.SignedIn;
import org.vaksam.api.text.Text;
import org.vaksam.insight.dashboard.Dashboard.Content;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Resources;

/** {@code /api/dashboards}: dashboards, one's own and those for one's roles and for all. */
@Component(service = DashboardsResource.class, property = Resources.PLATFORM + "=dashboards")
@JakartarsResource
@Path("dashboards")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public final class DashboardsResource {
    private final Dashboards dashboards;
    private final Accounts accounts;
    private final Access access;

    @Activate
    public DashboardsResource(
            @Reference Dashboards dashboards, @Reference Accounts accounts, @Reference Access access) {
        this.dashboards = dashboards;
        this.accounts = accounts;
        this.access = access;
    }

    /** Who made it. */
    public record Owner(String id, String name) {}

    /** A dashboard. */
    public record View(
            String id,
            String name,
            String audience,
            Optional<String> role,
            Owner owner,
            boolean own,
            boolean mayChange,
            List<Map<String, Object>> widgets,
            int version,
            Instant updatedAt) {}

    /** A role that a dashboard can be for. */
    public record Role(String id, Text title) {}

    /**
     * All that the caller may know of.
     *
     * @param home      the one of them that they chose to begin with
     * @param mayManage whether they may make ones for others
     */
    public record Listed(List<View> items, Optional<String> home, boolean mayManage) {}

    @GET
    public Listed list() {
        Caller caller = access.caller();
        List<Dashboard> found = dashboards.list(caller);
        Set<String> owners = found.stream().map(Dashboard::account).collect(Collectors.toSet());
        Map<String, String> names = accounts.names(owners);
        return new Listed(
                found.stream().map(dashboard -> view(dashboard, names)).toList(),
                dashboards.home(caller, found),
                dashboards.mayManage(caller));
    }

    /** The roles that a dashboard can be for. */
    @GET
    @Path("roles")
    @Requires(Dashboards.MANAGE)
    public Map<String, List<Role>> roles() {
        return Map.of(
                "items",
                dashboards.roles().entrySet().stream()
                        .map(role -> new Role(role.getKey(), role.getValue()))
                        .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@Nullable Map<String, @Nullable Object> body) {
        Content content = DashboardInput.read(body);
        Dashboard dashboard = dashboards.add(access.caller(), content);
        return answer(Response.created(URI.create("/api/dashboards/" + dashboard.id())), dashboard);
    }

    /** The one that the caller begins with. */
    @PUT
    @Path("home")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(@Nullable Map<String, @Nullable Object> body) {
        dashboards.begin(access.caller(), DashboardInput.home(body));
        return Response.noContent().build();
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return answer(Response.ok(), dashboards.require(access.caller(), id));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @Nullable Map<String, @Nullable Object> body) {
        Content content = DashboardInput.read(body);
        return answer(Response.ok(), dashboards.change(access.caller(), id, EntityTags.required(match), content));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String match) {
        dashboards.remove(access.caller(), id, EntityTags.required(match));
        return Response.noContent().build();
    }

    private Response answer(Response.ResponseBuilder response, Dashboard dashboard) {
        return response.entity(view(dashboard, accounts.names(Set.of(dashboard.account()))))
                .header("ETag", EntityTags.of(dashboard.version()))
                .build();
    }

    private View view(Dashboard dashboard, Map<String, String> names) {
        Caller caller = access.caller();
        Content content = dashboard.content();
        return new View(
                dashboard.id(),
                content.name(),
                content.audience().word(),
                content.role(),
                new Owner(dashboard.account(), names.getOrDefault(dashboard.account(), "")),
                caller.account().filter(dashboard.account()::equals).isPresent(),
                dashboards.mayChange(caller, dashboard),
                content.widgets().stream().map(Widget::members).toList(),
                dashboard.version(),
                dashboard.updatedAt());
    }
}
