package org.vaksam.security.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Requires;
import org.vaksam.security.account.Emails;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.spi.web.Resources;

/** Where somebody else gets letters. */
@Component(service = AccountEmailResource.class, property = Resources.PLATFORM + "=accounts")
@JakartarsResource
@Path("accounts/{account}/email")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Requires(PlatformRoles.MANAGE_ACCOUNTS)
public final class AccountEmailResource {
    private final Emails emails;
    private final Access access;

    @Activate
    public AccountEmailResource(@Reference Emails emails, @Reference Access access) {
        this.emails = emails;
        this.access = access;
    }

    @GET
    public Map<String, Optional<String>> email(@PathParam("account") String account) {
        return Map.of("email", emails.of(account));
    }

    @PUT
    public Map<String, String> set(@PathParam("account") String account, @Nullable Map<String, @Nullable Object> body) {
        return Map.of("email", emails.set(account, body, access.caller()));
    }
}
