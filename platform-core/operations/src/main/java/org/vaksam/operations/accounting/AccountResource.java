package org.vaksam.operations.accounting;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Requires;
import org.vaksam.spi.accounting.Limits;
import org.vaksam.spi.kernel.ModuleLimits;
import org.vaksam.spi.web.Resources;

/** What a module costs and may cost, over REST. */
@Component(service = AccountResource.class, property = Resources.PLATFORM + "=modules")
@JakartarsResource
@Path("modules")
@Produces(MediaType.APPLICATION_JSON)
public final class AccountResource {
    private final ModuleAccounts accounts;
    private final ModuleLimits limits;

    @Activate
    public AccountResource(@Reference ModuleAccounts accounts, @Reference ModuleLimits limits) {
        this.accounts = accounts;
        this.limits = limits;
    }

    @GET
    @Path("{id}/account")
    @Requires("platform:modules:read")
    public AccountView account(@PathParam("id") String id) {
        return accounts.of(id);
    }

    @PUT
    @Path("{id}/limits")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires("platform:modules:manage")
    public Limits limit(@PathParam("id") String id, @Nullable Map<String, @Nullable Object> body) {
        Limits wanted = LimitsRequest.limits(body);
        limits.limit(id, wanted);
        return wanted;
    }
}
