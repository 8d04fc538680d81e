package org.vaksam.security.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Open;
import org.vaksam.api.security.SignedIn;
import org.vaksam.security.access.Identities;
import org.vaksam.security.access.Identity;
import org.vaksam.security.access.RequestAuthenticator;
import org.vaksam.security.account.FirstAdministrator;
import org.vaksam.security.account.PasswordChange;
import org.vaksam.security.account.SessionOpener;
import org.vaksam.security.account.SessionOpener.Opened;
import org.vaksam.security.account.SignIn;
import org.vaksam.security.input.Input;
import org.vaksam.security.oidc.OidcSignIn;
import org.vaksam.security.rest.SessionView.Who;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.web.RemoteAddress;
import org.vaksam.spi.web.Resources;

/** Signing in and out; there once somebody can sign in. */
@Component(
        service = SessionResource.class,
        property = Resources.PLATFORM + "=session",
        reference = @Reference(name = "firstAdministrator", service = FirstAdministrator.class))
@JakartarsResource
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionResource {
    private static final int LONGEST = 2_000;

    private final SignIn signIn;
    private final SessionOpener sessions;
    private final PasswordChange passwordChange;
    private final Identities identities;
    private final Accounts accounts;
    private final Access access;

    @Activate
    public SessionResource(
            @Reference SignIn signIn,
            @Reference SessionOpener sessions,
            @Reference PasswordChange passwordChange,
            @Reference Identities identities,
            @Reference Accounts accounts,
            @Reference Access access) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.passwordChange = passwordChange;
        this.identities = identities;
        this.accounts = accounts;
        this.access = access;
    }

    @POST
    @Open
    public Response open(
            @Nullable Map<String, @Nullable Object> body,
            @Context HttpServletRequest request,
            @CookieParam(RequestAuthenticator.COOKIE) @Nullable String oldCookie) {
        var input = Input.of(body, "username", "password");
        String username = input.line("username", LONGEST);
        String password = input.secret("password", LONGEST);
        input.check();
        SignIn.Outcome outcome = signIn.open(username, password, Visitors.of(request, oldCookie));
        if (outcome instanceof Opened opened) {
            return SessionCookie.answer(opened, SessionView.of(opened), request);
        }
        return Response.accepted(outcome).header("Cache-Control", "no-store").build();
    }

    @GET
    @SignedIn
    public Response who(@CookieParam(RequestAuthenticator.COOKIE) @Nullable String cookie) {
        Caller caller = access.caller();
        Who who = caller.account()
                .flatMap(accounts::find)
                .map(account -> new Who(account.id(), account.username(), account.name()))
                .orElse(new Who("", "", caller.name()));
        Optional<String> csrf = session(cookie).flatMap(Identity::csrf);
        return Response.ok(SessionView.of(who, caller.permissions(), csrf))
                .header("Cache-Control", "no-store")
                .build();
    }

    @DELETE
    @SignedIn
    public Response end(
            @Context HttpServletRequest request, @CookieParam(RequestAuthenticator.COOKIE) @Nullable String cookie) {
        boolean known = cookie != null && session(cookie).isPresent();
        String method = known && cookie != null ? sessions.end(cookie, access.caller()) : "";
        var answer = OidcSignIn.METHOD.equals(method)
                ? Response.ok(Map.of("next", "/api/oidc/logout"))
                : Response.noContent();
        return answer.header("Set-Cookie", SessionCookie.none(request)).build();
    }

    @PUT
    @Path("password")
    @SignedIn
    public Response changePassword(
            @Nullable Map<String, @Nullable Object> body,
            @Context HttpServletRequest request,
            @CookieParam(RequestAuthenticator.COOKIE) @Nullable String cookie) {
        var input = Input.of(body, "current", "new");
        String current = input.secret("current", LONGEST);
        String fresh = input.secret("new", LONGEST);
        input.check();
        Identity person = SessionCookie.person(Optional.ofNullable(cookie), access, identities);
        passwordChange.change(person, cookie == null ? "" : cookie, current, fresh, RemoteAddress.of(request));
        return Response.noContent().build();
    }

    private Optional<Identity> session(@Nullable String cookie) {
        boolean isSession = access.caller().kind() == Caller.Kind.SESSION;
        return isSession && cookie != null ? identities.bySession(cookie) : Optional.empty();
    }
}
