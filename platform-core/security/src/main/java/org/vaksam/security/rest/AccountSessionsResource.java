package org.vaksam.security.rest;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Requires;
import org.vaksam.security.account.SessionAdministration;
import org.vaksam.security.account.SessionAdministration.OpenSession;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.spi.web.Resources;

/** Where somebody else is signed in, for those who manage accounts. */
@Component(service = AccountSessionsResource.class, property = Resources.PLATFORM + "=accounts")
@JakartarsResource
@Path("accounts/{account}/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Requires(PlatformRoles.MANAGE_ACCOUNTS)
public final class AccountSessionsResource {
    private static final String NONE = "";

    private final SessionAdministration sessions;
    private final Access access;

    @Activate
    public AccountSessionsResource(@Reference SessionAdministration sessions, @Reference Access access) {
        this.sessions = sessions;
        this.access = access;
    }

    @GET
    public Map<String, List<OpenSession>> list(@PathParam("account") String account) {
        return Map.of("items", sessions.of(account, NONE));
    }

    @DELETE
    public Response endAll(@PathParam("account") String account) {
        sessions.endOthers(account, NONE, access.caller());
        return Response.noContent().build();
    }

    @DELETE
    @Path("{id}")
    public Response end(@PathParam("account") String account, @PathParam("id") String id) {
        sessions.end(account, id, access.caller());
        return Response.noContent().build();
    }
}
