package org.vaksam.security.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
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
import org.vaksam.security.access.Identity;
import org.vaksam.security.access.RequestAuthenticator;
import org.vaksam.security.account.OwnSecondFactor;
import org.vaksam.security.factor.SecondFactors;
import org.vaksam.security.input.Input;
import org.vaksam.spi.web.RemoteAddress;
import org.vaksam.spi.web.Resources;

/** The second factor of whoever is signed in. */
@Component(service = OwnSecondFactorResource.class, property = Resources.PLATFORM + "=profile")
@JakartarsResource
@Path("profile/second-factor")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public final class OwnSecondFactorResource {
    private static final int LONGEST = 2_000;

    /** Recovery codes, shown once. */
    public record Codes(List<String> recoveryCodes) {}

    private final OwnSecondFactor factor;
    private final Identities identities;
    private final Access access;

    @Activate
    public OwnSecondFactorResource(
            @Reference OwnSecondFactor factor, @Reference Identities identities, @Reference Access access) {
        this.factor = factor;
        this.identities = identities;
        this.access = access;
    }

    @GET
    public SecondFactors.State state(@CookieParam(RequestAuthenticator.COOKIE) @Nullable String cookie) {
        return factor.state(person(cookie));
    }

    @POST
    public Response begin(
            @Nullable Map<String, @Nullable Object> body,
            @Context HttpServletRequest request,
            @CookieParam(RequestAuthenticator.COOKIE) @Nullable String cookie) {
        var input = Input.of(body, "password");
        String password = input.secret("password", LONGEST);
        input.check();
        return once(factor.begin(person(cookie), password, RemoteAddress.of(request)));
    }

    @POST
    @Path("confirmation")
    public Response confirm(
            @Nullable Map<String, @Nullable Object> body,
            @Context HttpServletRequest request,
            @CookieParam(RequestAuthenticator.COOKIE) @Nullable String cookie) {
        var input = Input.of(body, "code");
        String code = input.line("code", LONGEST);
        input.check();
        return once(new Codes(factor.confirm(person(cookie), code, RemoteAddress.of(request))));
    }

    @POST
    @Path("recovery-codes")
    public Response renewCodes(
            @Nullable Map<String, @Nullable Object> body,
            @Context HttpServletRequest request,
            @CookieParam(RequestAuthenticator.COOKIE) @Nullable String cookie) {
        var proof = Proof.of(body);
        return once(new Codes(
                factor.renewCodes(person(cookie), proof.password(), proof.code(), RemoteAddress.of(request))));
    }

    @POST
    @Path("removal")
    public Response disable(
            @Nullable Map<String, @Nullable Object> body,
            @Context HttpServletRequest request,
            @CookieParam(RequestAuthenticator.COOKIE) @Nullable String cookie) {
        var proof = Proof.of(body);
        factor.disable(person(cookie), proof.password(), proof.code(), RemoteAddress.of(request));
        return Response.noContent().build();
    }

    private record Proof(String password, String code) {
        static Proof of(@Nullable Map<String, @Nullable Object> body) {
            var input = Input.of(body, "password", "code");
            var proof = new Proof(input.secret("password", LONGEST), input.line("code", LONGEST));
            input.check();
            return proof;
        }
    }

    private Identity person(@Nullable String cookie) {
        return SessionCookie.person(Optional.ofNullable(cookie), access, identities);
    }

    private static Response once(Object secrets) {
        return Response.ok(secrets).header("Cache-Control", "no-store").build();
    }
}
