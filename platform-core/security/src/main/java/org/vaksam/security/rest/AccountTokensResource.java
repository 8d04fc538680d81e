package org.vaksam.security.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Requires;
import org.vaksam.security.access.RequestAuthenticator;
import org.vaksam.security.account.TokenAdministration;
import org.vaksam.security.account.TokenView;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.spi.web.Resources;

/** Tokens of another account: those of anybody to look at, those of services to make. */
@Component(service = AccountTokensResource.class, property = Resources.PLATFORM + "=accounts")
@JakartarsResource
@Path("accounts/{account}/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Requires(PlatformRoles.MANAGE_ACCOUNTS)
public final class AccountTokensResource {
    private final TokenAdministration tokens;
    private final Access access;

    @Activate
    public AccountTokensResource(@Reference TokenAdministration tokens, @Reference Access access) {
        this.tokens = tokens;
        this.access = access;
    }

    @GET
    public Map<String, List<TokenView>> list(@PathParam("account") String account) {
        return Map.of("items", tokens.of(account));
    }

    @POST
    public Response create(
            @PathParam("account") String account,
            @Nullable Map<String, @Nullable Object> body,
            @HeaderParam("Authorization") @Nullable String authorization) {
        TokenView made = tokens.createFor(account, body, access.caller(), RequestAuthenticator.bearer(authorization));
        return Response.status(Response.Status.CREATED)
                .entity(made)
                .header("Cache-Control", "no-store")
                .build();
    }
}
