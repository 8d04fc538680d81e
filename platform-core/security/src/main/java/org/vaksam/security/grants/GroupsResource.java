package org.vaksam.security.grants;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Requires;
import org.vaksam.security.grants.GroupAdministration.Whole;
import org.vaksam.security.store.GroupTable.Group;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.spi.web.Resources;

/** People who are granted things together. */
@Component(service = GroupsResource.class, property = Resources.PLATFORM + "=groups")
@JakartarsResource
@Path("groups")
@Produces(MediaType.APPLICATION_JSON)
@Requires(PlatformRoles.MANAGE_ACCOUNTS)
public final class GroupsResource extends VersionedResource<Whole> {
    private final GroupAdministration groups;

    @Activate
    public GroupsResource(@Reference GroupAdministration groups, @Reference Access access) {
        super(access, Whole::version);
        this.groups = groups;
    }

    @GET
    public Map<String, List<Group>> list() {
        return Map.of("items", groups.all());
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return tagged(Response.ok(), groups.find(id));
    }

    @Override
    protected Whole create(@Nullable Map<String, @Nullable Object> body, Caller caller) {
        return groups.create(body);
    }

    @Override
    protected Whole change(
            String id, IntPredicate expected, @Nullable Map<String, @Nullable Object> body, Caller caller) {
        return groups.change(id, expected, body, caller);
    }

    @Override
    protected void delete(String id, IntPredicate expected, Caller caller) {
        groups.delete(id, expected);
    }
}
