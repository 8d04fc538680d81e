package org.vaksam.security.rest;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.SignedIn;
import org.vaksam.security.access.Identities;
import org.vaksam.security.access.RequestAuthenticator;
import org.vaksam.security.access.Secrets;
import org.vaksam.security.account.SessionAdministration;
import org.vaksam.security.account.SessionAdministration.OpenSession;
import org.vaksam.spi.web.Resources;

/** Where the caller is signed in. */
@Component(service = OwnSessionsResource.class, property = Resources.PLATFORM + "=profile")
@JakartarsResource
@Path("profile/sessions")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class OwnSessionsResource {
    private final SessionAdministration sessions;
    private final Identities identities;
    private final Access access;

    @Activate
    public OwnSessionsResource(
            @Reference SessionAdministration sessions, @Reference Identities identities, @Reference Access access) {
        this.sessions = sessions;
        this.identities = identities;
        this.access = access;
    }

    @GET
    public Map<String, List<OpenSession>> list(@CookieParam(RequestAuthenticator.COOKIE) @Nullable String cookie) {
        return Map.of("items", sessions.of(account(cookie), fingerprint(cookie)));
    }

    @DELETE
    public Response endOthers(@CookieParam(RequestAuthenticator.COOKIE) @Nullable String cookie) {
        sessions.endOthers(account(cookie), fingerprint(cookie), access.caller());
        return Response.noContent().build();
    }

    @DELETE
    @Path("{id}")
    public Response end(@PathParam("id") String id, @CookieParam(RequestAuthenticator.COOKIE) @Nullable String cookie) {
        sessions.end(account(cookie), id, access.caller());
        return Response.noContent().build();
    }

    private String account(@Nullable String cookie) {
        return SessionCookie.person(Optional.ofNullable(cookie), access, identities)
                .account();
    }

    private static String fingerprint(@Nullable String cookie) {
        return cookie == null ? "" : Secrets.fingerprint(cookie);
    }
}
