package org.vaksam.security.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
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
import org.vaksam.security.account.Emails;
import org.vaksam.spi.web.RemoteAddress;
import org.vaksam.spi.web.Resources;

/** Where the caller gets letters. */
@Component(service = EmailResource.class, property = Resources.PLATFORM + "=profile")
@JakartarsResource
@Path("profile/email")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public final class EmailResource {
    private final Emails emails;
    private final Identities identities;
    private final Access access;

    @Activate
    public EmailResource(@Reference Emails emails, @Reference Identities identities, @Reference Access access) {
        this.emails = emails;
        this.identities = identities;
        this.access = access;
    }

    @GET
    public Map<String, Optional<String>> email(@CookieParam(RequestAuthenticator.COOKIE) @Nullable String cookie) {
        return Map.of("email", emails.of(person(cookie).account()));
    }

    @PUT
    public Map<String, String> change(
            @Nullable Map<String, @Nullable Object> body,
            @Context HttpServletRequest request,
            @CookieParam(RequestAuthenticator.COOKIE) @Nullable String cookie) {
        return Map.of("email", emails.change(person(cookie), body, RemoteAddress.of(request)));
    }

    private Identity person(@Nullable String cookie) {
        return SessionCookie.person(Optional.ofNullable(cookie), access, identities);
    }
}
