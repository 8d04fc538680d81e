package org.vaksam.security.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Open;
import org.vaksam.security.access.RequestAuthenticator;
import org.vaksam.security.account.SecondStep;
import org.vaksam.security.input.Input;
import org.vaksam.security.rest.SessionView.Who;
import org.vaksam.spi.web.Resources;

/** The second step of signing in. */
@Component(service = SignInResource.class, property = Resources.PLATFORM + "=sign-in")
@JakartarsResource
@Path("sign-in")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Open
public final class SignInResource {
    private static final int LONGEST = 200;

    /** A session, and the recovery codes of a factor that was set up on the way. */
    public record Entered(Who account, Set<String> permissions, Optional<String> csrf, List<String> recoveryCodes) {
        static Entered of(SessionView session, List<String> recoveryCodes) {
            return new Entered(session.account(), session.permissions(), session.csrf(), recoveryCodes);
        }
    }

    private final SecondStep secondStep;

    @Activate
    public SignInResource(@Reference SecondStep secondStep) {
        this.secondStep = secondStep;
    }

    @POST
    @Path("enrolment")
    public Response enrol(@Nullable Map<String, @Nullable Object> body) {
        var input = Input.of(body, "pending");
        String pending = input.secret("pending", LONGEST);
        input.check();
        return Response.ok(secondStep.enrol(pending))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("code")
    public Response finish(
            @Nullable Map<String, @Nullable Object> body,
            @Context HttpServletRequest request,
            @CookieParam(RequestAuthenticator.COOKIE) @Nullable String oldCookie) {
        var input = Input.of(body, "pending", "code");
        String pending = input.secret("pending", LONGEST);
        String code = input.line("code", LONGEST);
        input.check();
        var finished = secondStep.finish(pending, code, Visitors.of(request, oldCookie));
        var entered = Entered.of(SessionView.of(finished.session()), finished.recoveryCodes());
        return SessionCookie.answer(finished.session(), entered, request);
    }
}
