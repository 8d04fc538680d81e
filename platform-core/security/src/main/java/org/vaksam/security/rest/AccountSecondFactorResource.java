package org.vaksam.security.rest;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Requires;
import org.vaksam.security.account.SecondFactorAdministration;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.spi.web.Resources;

/** The second factor of somebody who has lost it. */
@Component(service = AccountSecondFactorResource.class, property = Resources.PLATFORM + "=accounts")
@JakartarsResource
@Path("accounts/{id}/second-factor")
@Requires(PlatformRoles.MANAGE_ACCOUNTS)
public final class AccountSecondFactorResource {
    private final SecondFactorAdministration administration;
    private final Access access;

    @Activate
    public AccountSecondFactorResource(@Reference SecondFactorAdministration administration, @Reference Access access) {
        this.administration = administration;
        this.access = access;
    }

    @DELETE
    public Response reset(@PathParam("id") String id) {
        administration.reset(id, access.caller());
        return Response.noContent().build();
    }
}
