package org.vaksam.records.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.SignedIn;
import org.vaksam.records.asset.AssetReading;
import org.vaksam.records.asset.AssetRow;
import org.vaksam.records.asset.Dependencies;
import org.vaksam.spi.web.Resources;

/** What an asset depends on or supplies, and what depends on it. */
@Component(service = AssetDependenciesResource.class, property = Resources.PLATFORM + "=assets")
@JakartarsResource
@Path("assets/{id}/dependencies")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public final class AssetDependenciesResource {
    private final AssetReading reading;
    private final Dependencies dependencies;
    private final AssetJson json;

    @Activate
    public AssetDependenciesResource(
            @Reference AssetReading reading, @Reference Dependencies dependencies, @Reference AssetJson json) {
        this.reading = reading;
        this.dependencies = dependencies;
        this.json = json;
    }

    @GET
    public String dependencies(@PathParam("id") String id) {
        return json.links(dependencies.of(reading.read(id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public String depend(@PathParam("id") String id, byte[] body) {
        AssetRow row = reading.read(id);
        dependencies.add(row.id(), Bodies.object(body));
        return json.links(dependencies.of(row));
    }

    @DELETE
    @Path("{dependency}")
    public Response release(@PathParam("id") String id, @PathParam("dependency") String dependency) {
        dependencies.remove(reading.read(id).id(), dependency);
        return Response.noContent().build();
    }
}
