package org.vaksam.security.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Requires;
import org.vaksam.security.account.SecondFactorAdministration;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.spi.web.Resources;

/** Who must have a second factor. */
@Component(service = SecondFactorResource.class, property = Resources.PLATFORM + "=second-factor")
@JakartarsResource
@Path("second-factor")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Requires(PlatformRoles.MANAGE_ACCOUNTS)
public final class SecondFactorResource {
    private final SecondFactorAdministration administration;

    @Activate
    public SecondFactorResource(@Reference SecondFactorAdministration administration) {
        this.administration = administration;
    }

    @GET
    public SecondFactorAdministration.Rule rule() {
        return administration.rule();
    }

    @PUT
    public SecondFactorAdministration.Rule decide(@Nullable Map<String, @Nullable Object> body) {
        return administration.decide(body);
    }
}
