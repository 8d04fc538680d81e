package org.vaksam.security.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Requires;
import org.vaksam.security.oidc.RoleMapping;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.spi.web.Resources;

/** What the groups of the identity provider stand for here. */
@Component(service = OidcGroupsResource.class, property = Resources.PLATFORM + "=oidc")
@JakartarsResource
@Path("oidc/groups")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Requires(PlatformRoles.MANAGE_ACCOUNTS)
public final class OidcGroupsResource {
    private final RoleMapping mapping;
    private final Access access;

    @Activate
    public OidcGroupsResource(@Reference RoleMapping mapping, @Reference Access access) {
        this.mapping = mapping;
        this.access = access;
    }

    @GET
    public Map<String, List<RoleMapping.Mapped>> list() {
        return Map.of("items", mapping.all());
    }

    @PUT
    public RoleMapping.Mapped set(@Nullable Map<String, @Nullable Object> body) {
        return mapping.set(body, access.caller());
    }
}
