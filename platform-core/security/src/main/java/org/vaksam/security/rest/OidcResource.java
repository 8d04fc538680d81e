package org.vaksam.security.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Open;
import org.vaksam.security.access.RequestAuthenticator;
import org.vaksam.security.account.SessionOpener.Opened;
import org.vaksam.security.oidc.OidcSignIn;
import org.vaksam.spi.web.RemoteAddress;
import org.vaksam.spi.web.Resources;

/** The way to the identity provider and back; for browsers, so it answers with where to go next. */
@Component(service = OidcResource.class, property = Resources.PLATFORM + "=oidc")
@JakartarsResource
@Path("oidc")
@Produces(MediaType.APPLICATION_JSON)
@Open
public final class OidcResource {
    private static final String COOKIE = "vaksam-oidc";

    private final OidcSignIn signIn;

    @Activate
    public OidcResource(@Reference OidcSignIn signIn) {
        this.signIn = signIn;
    }

    @GET
    public Map<String, Optional<String>> provider() {
        return Map.of("name", signIn.name());
    }

    @GET
    @Path("start")
    public Response start(@Context HttpServletRequest request) {
        return signIn.begin()
                .map(departure -> Response.seeOther(departure.to())
                        .header("Set-Cookie", cookie(departure.cookie(), 600, request)))
                .orElseGet(() -> Response.seeOther(failed()))
                .build();
    }

    /** Providers add parameters of their own, so all are accepted. */
    @GET
    @Path("callback")
    public Response callback(
            @Context UriInfo uri,
            @Context HttpServletRequest request,
            @CookieParam(COOKIE) @Nullable String cookie,
            @CookieParam(RequestAuthenticator.COOKIE) @Nullable String oldCookie) {
        String code = uri.getQueryParameters().getFirst("code");
        String state = uri.getQueryParameters().getFirst("state");
        Optional<Opened> opened = code == null || state == null || cookie == null
                ? Optional.empty()
                : signIn.finish(code, state, cookie, Visitors.of(request, oldCookie));
        var answer = Response.seeOther(opened.isPresent() ? signIn.console() : failed())
                .header("Set-Cookie", cookie("", 0, request))
                .header("Cache-Control", "no-store");
        opened.ifPresent(session -> answer.header("Set-Cookie", SessionCookie.of(session, request)));
        return answer.build();
    }

    /** Signs out at the provider too, after the session here has ended. */
    @GET
    @Path("logout")
    public Response logout() {
        return Response.seeOther(signIn.endSession().orElseGet(signIn::console)).build();
    }

    /** The provider says that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0). */
    @POST
    @Path("back-channel-logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response endedThere(@FormParam("logout_token") @Nullable String token) {
        boolean ended = token != null && signIn.endedThere(token);
        return Response.status(ended ? Response.Status.OK : Response.Status.BAD_REQUEST)
                .header("Cache-Control", "no-store")
                .build();
    }

    private URI failed() {
        return signIn.console().resolve("?signin=failed");
    }

    /** Lax: the browser comes back from another site. */
    private static String cookie(String value, int seconds, HttpServletRequest request) {
        String secure = RemoteAddress.isSecure(request) ? "; Secure" : "";
        return COOKIE + "=" + value + "; Path=/api/oidc; HttpOnly; SameSite=Lax; Max-Age=" + seconds + secure;
    }
}
