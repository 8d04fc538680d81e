package org.vaksam.security.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Requires;
import org.vaksam.security.grants.RoleAdministration;
import org.vaksam.security.grants.RoleEffects;
import org.vaksam.security.store.PermissionTable.Permission;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.security.store.RoleTable.Role;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Resources;

/** The roles that can be granted, and what they can consist of. */
@Component(service = RolesResource.class, property = Resources.PLATFORM + "=roles")
@JakartarsResource
@Path("roles")
@Produces(MediaType.APPLICATION_JSON)
@Requires(PlatformRoles.MANAGE_ACCOUNTS)
public final class RolesResource {
    private final RoleAdministration roles;
    private final Access access;

    @Activate
    public RolesResource(@Reference RoleAdministration roles, @Reference Access access) {
        this.roles = roles;
        this.access = access;
    }

    @GET
    public Map<String, Collection<Role>> list() {
        return Map.of("items", roles.all());
    }

    @GET
    @Path("permissions")
    public Map<String, Collection<Permission>> permissions() {
        return Map.of("items", roles.permissions());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable Map<String, @Nullable Object> body) {
        return tagged(Response.status(Response.Status.CREATED), roles.create(body, access.caller()));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String version,
            @Nullable Map<String, @Nullable Object> body) {
        return tagged(Response.ok(), roles.change(id, EntityTags.required(version), body, access.caller()));
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String version) {
        roles.delete(id, EntityTags.required(version), access.caller());
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/effects")
    @Consumes(MediaType.APPLICATION_JSON)
    public RoleEffects effects(@PathParam("id") String id, @Nullable Map<String, @Nullable Object> body) {
        return roles.effects(id, body);
    }

    private static Response tagged(Response.ResponseBuilder response, Role role) {
        return response.entity(role)
                .header("ETag", EntityTags.of(role.version()))
                .build();
    }
}
