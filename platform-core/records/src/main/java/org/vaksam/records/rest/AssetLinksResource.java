package org.vaksam.records.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.SignedIn;
import org.vaksam.records.link.Links;
import org.vaksam.records.value.Json;
import org.vaksam.spi.web.Resources;

/** Records that are linked to an asset. */
@Component(service = AssetLinksResource.class, property = Resources.PLATFORM + "=assets")
@JakartarsResource
@Path("assets/{id}/links")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public final class AssetLinksResource {
    private final Links links;
    private final ConnectionJson json;

    @Activate
    public AssetLinksResource(@Reference Links links, @Reference ConnectionJson json) {
        this.links = links;
        this.json = json;
    }

    /** Those that the caller may see, newest first. */
    @GET
    public String list(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        int most = Part.limit(limit);
        Part<Links.Seen> part = Part.cut(
                links.ofAsset(id, Part.cursor(cursor), most + 1),
                seen -> seen.link().id(),
                most);
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("items", part.items().stream().map(json::assetLink).toList());
        shown.put("next", part.next().orElse(null));
        return Json.write(shown);
    }
}
