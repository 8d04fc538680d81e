package org.vaksam.security.grants;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Requires;
import org.vaksam.security.grants.GroupAdministration.Whole;
import org.vaksam.security.store.GroupTable.Group;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Resources;

/** People who are granted things together. */
@Component(service = GroupsResource.class, property = Resources.PLATFORM + "=groups")
@JakartarsResource
@Path("groups")
@Produces(MediaType.APPLICATION_JSON)
@Requires(PlatformRoles.MANAGE_ACCOUNTS)
public final class GroupsResource {
    private final GroupAdministration groups;
    private final Access access;

    @Activate
    public GroupsResource(@Reference GroupAdministration groups, @Reference Access access) {
        this.groups = groups;
        this.access = access;
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

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable Map<String, @Nullable Object> body) {
        return tagged(Response.status(Response.Status.CREATED), groups.create(body));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String version,
            @Nullable Map<String, @Nullable Object> body) {
        return tagged(Response.ok(), groups.change(id, EntityTags.required(version), body, access.caller()));
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String version) {
        groups.delete(id, EntityTags.required(version));
        return Response.noContent().build();
    }

    private static Response tagged(Response.ResponseBuilder response, Whole group) {
        return response.entity(group)
                .header("ETag", EntityTags.of(group.version()))
                .build();
    }
}
