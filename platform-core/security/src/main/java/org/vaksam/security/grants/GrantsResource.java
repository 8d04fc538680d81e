package org.vaksam.security.grants;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Requires;
import org.vaksam.api.text.Text;
import org.vaksam.security.store.GrantFilter;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.spi.security.Units;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Page;
import org.vaksam.spi.web.Resources;

/** Who has which role where. */
@Component(service = GrantsResource.class, property = Resources.PLATFORM + "=grants")
@JakartarsResource
@Path("grants")
@Produces(MediaType.APPLICATION_JSON)
@Requires(PlatformRoles.MANAGE_ACCOUNTS)
public final class GrantsResource {
    /** Sorts after every id. */
    private static final String START = "g";

    private final GrantAdministration grants;
    private final Units units;
    private final Access access;

    @Activate
    public GrantsResource(@Reference GrantAdministration grants, @Reference Units units, @Reference Access access) {
        this.grants = grants;
        this.units = units;
        this.access = access;
    }

    /** The cursor is the id of the last one. */
    @GET
    public Page<GrantView> list(
            @QueryParam("account") @Nullable String account,
            @QueryParam("group") @Nullable String group,
            @QueryParam("role") @Nullable String role,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") @DefaultValue(START) String cursor) {
        var filter = new GrantFilter();
        Optional.ofNullable(account).ifPresent(filter::account);
        Optional.ofNullable(group).ifPresent(filter::group);
        Optional.ofNullable(role).ifPresent(filter::role);
        if (unit != null) {
            filter.unit(units.find(unit)
                    .orElseThrow(() -> Problem.notFound(new Text("Enheten finns inte.", "There is no such unit.")))
                    .path());
        }
        int size = Page.size(limit);
        return Page.of(grants.list(filter, cursor, size + 1), size, GrantView::id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable Map<String, @Nullable Object> body) {
        return tagged(Response.status(Response.Status.CREATED), grants.create(body, access.caller()));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String version,
            @Nullable Map<String, @Nullable Object> body) {
        return tagged(Response.ok(), grants.change(id, EntityTags.required(version), body, access.caller()));
    }

    @DELETE
    @Path("{id}")
    public Response end(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String version) {
        grants.end(id, EntityTags.required(version), access.caller());
        return Response.noContent().build();
    }

    private static Response tagged(Response.ResponseBuilder response, GrantView view) {
        return response.entity(view)
                .header("ETag", EntityTags.of(view.version()))
                .build();
    }
}
