package org.vaksam.security.grants;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Requires;
import org.vaksam.api.text.Text;
import org.vaksam.security.store.GrantFilter;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.spi.security.Units;
import org.vaksam.spi.web.Page;
import org.vaksam.spi.web.Resources;

/** Who has which role where. */
@Component(service = GrantsResource.class, property = Resources.PLATFORM + "=grants")
@JakartarsResource
@Path("grants")
@Produces(MediaType.APPLICATION_JSON)
@Requires(PlatformRoles.MANAGE_ACCOUNTS)
public final class GrantsResource extends VersionedResource<GrantView> {
    /** Sorts after every id. */
    private static final String START = "g";

    private final GrantAdministration grants;
    private final Units units;

    @Activate
    public GrantsResource(@Reference GrantAdministration grants, @Reference Units units, @Reference Access access) {
        super(access, GrantView::version);
        this.grants = grants;
        this.units = units;
    }

    /** The cursor is the id of the last one. */
    @GET
    public Page<GrantView> list(
            @QueryParam("account") @Nullable String account,
            @QueryParam("group") @Nullable String group,
            @QueryParam("role") @Nullable String role,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") @DefaultValue(START) String cursor) {
        var filter = new GrantFilter();
        Optional.ofNullable(account).ifPresent(filter::account);
        Optional.ofNullable(group).ifPresent(filter::group);
        Optional.ofNullable(role).ifPresent(filter::role);
        if (unit != null) {
            filter.unit(units.find(unit)
                    .orElseThrow(() -> Problem.notFound(new Text("Enheten finns inte.", "There is no such unit.")))
                    .path());
        }
        int size = Page.size(limit);
        return Page.of(grants.list(filter, cursor, size + 1), size, GrantView::id);
    }

    @Override
    protected GrantView create(@Nullable Map<String, @Nullable Object> body, Caller caller) {
        return grants.create(body, caller);
    }

    @Override
    protected GrantView change(
            String id, IntPredicate expected, @Nullable Map<String, @Nullable Object> body, Caller caller) {
        return grants.change(id, expected, body, caller);
    }

    @Override
    protected void delete(String id, IntPredicate expected, Caller caller) {
        grants.end(id, expected, caller);
    }
}
