package org.vaksam.security.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Open;
import org.vaksam.security.account.PasswordReset;
import org.vaksam.security.input.Input;
import org.vaksam.spi.web.RemoteAddress;
import org.vaksam.spi.web.Resources;

/** A new password for who has forgotten theirs. */
@Component(service = PasswordResetResource.class, property = Resources.PLATFORM + "=sign-in")
@JakartarsResource
@Path("sign-in/reset")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Open
public final class PasswordResetResource {
    private static final int LONGEST = 2_000;

    private final PasswordReset reset;

    @Activate
    public PasswordResetResource(@Reference PasswordReset reset) {
        this.reset = reset;
    }

    @GET
    public Map<String, Boolean> possible() {
        return Map.of("possible", reset.possible());
    }

    @POST
    public Response ask(@Nullable Map<String, @Nullable Object> body, @Context HttpServletRequest request) {
        var input = Input.of(body, "username");
        String username = input.line("username", LONGEST);
        input.check();
        reset.ask(username, RemoteAddress.of(request));
        return Response.accepted().build();
    }

    @POST
    @Path("confirmation")
    public Response finish(@Nullable Map<String, @Nullable Object> body, @Context HttpServletRequest request) {
        var input = Input.of(body, "token", "password");
        String token = input.secret("token", LONGEST);
        String password = input.secret("password", LONGEST);
        input.check();
        reset.finish(token, password, RemoteAddress.of(request));
        return Response.noContent().build();
    }
}
