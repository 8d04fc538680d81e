package org.vaksam.security.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Requires;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.security.store.RoleTable;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.web.Resources;

/** The roles an account can have. */
@Component(service = RolesResource.class, property = Resources.PLATFORM + "=roles")
@JakartarsResource
@Path("roles")
@Produces(MediaType.APPLICATION_JSON)
@Requires(PlatformRoles.MANAGE_ACCOUNTS)
public final class RolesResource {
    private final SecurityTables tables;

    @Activate
    public RolesResource(@Reference SecurityTables tables) {
        this.tables = tables;
    }

    @GET
    public Map<String, List<RoleTable.Role>> list() {
        return Map.of("items", tables.read(sql -> new RoleTable(sql).all()));
    }
}
