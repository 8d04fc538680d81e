package org.vaksam.records.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.SignedIn;
import org.vaksam.records.engine.Definitions;
import org.vaksam.records.engine.Organisation;
import org.vaksam.records.engine.RecordReading;
import org.vaksam.records.release.Line;
import org.vaksam.records.release.Release;
import org.vaksam.records.release.ReleaseOrder;
import org.vaksam.records.release.Releases;
import org.vaksam.records.value.Json;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTypes.Type;
import org.vaksam.spi.web.Downloads;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Resources;

/** Redacted copies of a record, for release to the public. */
@Component(service = ReleaseResource.class, property = Resources.EVERY_MODULE + "=true")
@JakartarsResource
@Path("{records}/{id}/releases")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public final class ReleaseResource {
    private final Definitions definitions;
    private final RecordReading reading;
    private final Releases releases;
    private final Organisation organisation;

    @Activate
    public ReleaseResource(
            @Reference Definitions definitions,
            @Reference RecordReading reading,
            @Reference Releases releases,
            @Reference Organisation organisation) {
        this.definitions = definitions;
        this.reading = reading;
        this.releases = releases;
        this.organisation = organisation;
    }

    @GET
    public Response list(
            @Context ContainerRequestContext request,
            @PathParam("records") String records,
            @PathParam("id") String id) {
        RecordRow row = reading.seen(AreaType.of(definitions, request, records).name(), id);
        List<Map<String, @Nullable Object>> items =
                releases.of(row).stream().map(this::shown).toList();
        return Response.ok(Json.write(Map.of("items", items))).build();
    }

    /** What was previewed is what is released: both are of the version the caller has seen. */
    @POST
    public Response release(
            @Context ContainerRequestContext request,
            @PathParam("records") String records,
            @PathParam("id") String id,
            @QueryParam("preview") @Nullable String preview,
            @HeaderParam("If-Match") @Nullable String version,
            byte[] body) {
        Type type = AreaType.of(definitions, request, records);
        ReleaseOrder order = ReleaseOrder.read(Bodies.object(body));
        RecordRow row = reading.read(type.name(), id);
        EntityTags.check(EntityTags.required(version), row.version());
        if ("true".equals(preview)) {
            List<Map<String, Object>> lines = releases.preview(row, order).stream()
                    .map(ReleaseResource::shown)
                    .toList();
            return Response.ok(Json.write(Map.of("number", row.number(), "lines", lines)))
                    .build();
        }
        Release release = releases.release(row, order);
        String address = "/api/" + type.module() + "/" + type.path() + "/" + row.id() + "/releases/" + release.id();
        return Response.created(URI.create(address))
                .entity(Json.write(shown(release)))
                .build();
    }

    @GET
    @Path("{release}")
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    public Response document(
            @Context ContainerRequestContext request,
            @PathParam("records") String records,
            @PathParam("id") String id,
            @PathParam("release") String release) {
        RecordRow row = reading.read(AreaType.of(definitions, request, records).name(), id);
        return Downloads.named(
                Response.ok(releases.document(row, release), "text/html; charset=utf-8"), row.number() + ".html");
    }

    private Map<String, @Nullable Object> shown(Release release) {
        var by = new LinkedHashMap<String, @Nullable Object>();
        by.put("id", release.by().orElse(null));
        by.put("name", release.by().flatMap(organisation::nameOf).orElse(""));
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("id", release.id());
        shown.put("at", release.at().toString());
        shown.put("by", by);
        shown.put("recipient", release.recipient());
        shown.put("purpose", release.purpose());
        shown.put("masked", release.masked());
        shown.put("unmasked", release.unmasked());
        shown.put("sha256", release.sha256());
        return shown;
    }

    private static Map<String, Object> shown(Line line) {
        List<Map<String, String>> parts = line.parts().stream()
                .map(part -> part.ground().isEmpty() ? Map.of("text", part.text()) : Map.of("ground", part.ground()))
                .toList();
        return Map.of("field", line.field(), "label", line.label().asMap(), "parts", parts);
    }
}
