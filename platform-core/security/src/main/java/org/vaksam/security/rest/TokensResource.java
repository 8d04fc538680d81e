package org.vaksam.security.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.vaksam.api.security.SignedIn;
import org.vaksam.security.access.RequestAuthenticator;
import org.vaksam.security.account.TokenAdministration;
import org.vaksam.security.account.TokenView;
import org.vaksam.spi.web.Resources;

/** The caller's tokens. */
@Component(service = TokensResource.class, property = Resources.PLATFORM + "=tokens")
@JakartarsResource
@Path("tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public final class TokensResource {
    private final TokenAdministration tokens;
    private final Access access;

    @Activate
    public TokensResource(@Reference TokenAdministration tokens, @Reference Access access) {
        this.tokens = tokens;
        this.access = access;
    }

    @GET
    public Map<String, List<TokenView>> list() {
        return Map.of("items", tokens.of(access.caller()));
    }

    @POST
    public Response create(
            @Nullable Map<String, @Nullable Object> body,
            @HeaderParam("Authorization") @Nullable String authorization) {
        TokenView made = tokens.create(body, access.caller(), RequestAuthenticator.bearer(authorization));
        return Response.status(Response.Status.CREATED)
                .entity(made)
                .header("Cache-Control", "no-store")
                .build();
    }

    @DELETE
    @Path("{id}")
    public Response revoke(@PathParam("id") String id) {
        tokens.revoke(id, access.caller());
        return Response.noContent().build();
    }
}
