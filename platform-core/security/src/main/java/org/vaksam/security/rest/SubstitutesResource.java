package org.vaksam.security.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.vaksam.security.access.Identity;
import org.vaksam.security.access.RequestAuthenticator;
import org.vaksam.security.account.Substitutes;
import org.vaksam.security.account.Substitutes.Substitute;
import org.vaksam.spi.web.Resources;

/** Who stands in for the caller, and for whom the caller stands in. */
@Component(service = SubstitutesResource.class, property = Resources.PLATFORM + "=profile")
@JakartarsResource
@Path("profile/substitutes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public final class SubstitutesResource {
    private final Substitutes substitutes;
    private final Identities identities;
    private final Access access;

    @Activate
    public SubstitutesResource(
            @Reference Substitutes substitutes, @Reference Identities identities, @Reference Access access) {
        this.substitutes = substitutes;
        this.identities = identities;
        this.access = access;
    }

    @GET
    public Map<String, List<Substitute>> list(@CookieParam(RequestAuthenticator.COOKIE) @Nullable String cookie) {
        return Map.of("items", substitutes.about(person(cookie)));
    }

    @POST
    public Response add(
            @Nullable Map<String, @Nullable Object> body,
            @CookieParam(RequestAuthenticator.COOKIE) @Nullable String cookie) {
        return Response.status(Response.Status.CREATED)
                .entity(substitutes.add(person(cookie), body))
                .build();
    }

    @DELETE
    @Path("{id}")
    public Response remove(
            @PathParam("id") String id, @CookieParam(RequestAuthenticator.COOKIE) @Nullable String cookie) {
        substitutes.remove(person(cookie), id);
        return Response.noContent().build();
    }

    private Identity person(@Nullable String cookie) {
        return SessionCookie.person(Optional.ofNullable(cookie), access, identities);
    }
}
