package org.vaksam.security.grants;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Requires;
import org.vaksam.security.store.PermissionTable.Permission;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.security.store.RoleTable.Role;
import org.vaksam.spi.web.Resources;

/** The roles that can be granted, and what they can consist of. */
@Component(service = RolesResource.class, property = Resources.PLATFORM + "=roles")
@JakartarsResource
@Path("roles")
@Produces(MediaType.APPLICATION_JSON)
@Requires(PlatformRoles.MANAGE_ACCOUNTS)
public final class RolesResource extends VersionedResource<Role> {
    private final RoleAdministration roles;

    @Activate
    public RolesResource(@Reference RoleAdministration roles, @Reference Access access) {
        super(access, Role::version);
        this.roles = roles;
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

    @Override
    protected Role create(@Nullable Map<String, @Nullable Object> body, Caller caller) {
        return roles.create(body, caller);
    }

    @Override
    protected Role change(
            String id, IntPredicate expected, @Nullable Map<String, @Nullable Object> body, Caller caller) {
        return roles.change(id, expected, body, caller);
    }

    @Override
    protected void delete(String id, IntPredicate expected, Caller caller) {
        roles.delete(id, expected, caller);
    }

    @POST
    @Path("{id}/effects")
    @Consumes(MediaType.APPLICATION_JSON)
    public RoleEffects effects(@PathParam("id") String id, @Nullable Map<String, @Nullable Object> body) {
        return roles.effects(id, body);
    }
}
