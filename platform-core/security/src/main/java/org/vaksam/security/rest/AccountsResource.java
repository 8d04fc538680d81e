package org.vaksam.security.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Requires;
import org.vaksam.security.account.AccountAdministration;
import org.vaksam.security.account.AccountView;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.spi.web.Page;
import org.vaksam.spi.web.Resources;

/** Accounts, for those who manage them. */
@Component(service = AccountsResource.class, property = Resources.PLATFORM + "=accounts")
@JakartarsResource
@Path("accounts")
@Produces(MediaType.APPLICATION_JSON)
@Requires(PlatformRoles.MANAGE_ACCOUNTS)
public final class AccountsResource {
    private final AccountAdministration accounts;
    private final Access access;

    @Activate
    public AccountsResource(@Reference AccountAdministration accounts, @Reference Access access) {
        this.accounts = accounts;
        this.access = access;
    }

    /** The cursor is the user name of the last one. */
    @GET
    public Page<AccountView> list(
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") @DefaultValue("") String cursor) {
        int size = Page.size(limit);
        return Page.of(accounts.list(words, cursor, size + 1), size, AccountView::username);
    }

    /** By id or user name. */
    @GET
    @Path("{id}")
    public AccountView account(@PathParam("id") String id) {
        return accounts.find(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable Map<String, @Nullable Object> body) {
        AccountView made = accounts.create(body, access.caller());
        return Response.status(Response.Status.CREATED).entity(made).build();
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public AccountView change(@PathParam("id") String id, @Nullable Map<String, @Nullable Object> body) {
        return accounts.change(id, body, access.caller());
    }
}
