package org.vaksam.records.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.SignedIn;
import org.vaksam.records.engine.Definitions;
import org.vaksam.records.engine.RecordCreation;
import org.vaksam.records.engine.RecordCreation.Created;
import org.vaksam.records.engine.RecordPermissions;
import org.vaksam.records.engine.RecordReading;
import org.vaksam.records.link.ConversionOrder;
import org.vaksam.records.link.Conversions;
import org.vaksam.records.value.Json;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTypes.Type;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Resources;

/** Making a record of another type out of one that stays. */
@Component(service = ConversionResource.class, property = Resources.PLATFORM + "=records")
@JakartarsResource
@Path("records/{id}/conversions")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public final class ConversionResource {
    private final RecordReading reading;
    private final RecordCreation creation;
    private final RecordPermissions permissions;
    private final Definitions definitions;
    private final Conversions conversions;
    private final ConnectionJson json;

    @Activate
    public ConversionResource(
            @Reference RecordReading reading,
            @Reference RecordCreation creation,
            @Reference RecordPermissions permissions,
            @Reference Definitions definitions,
            @Reference Conversions conversions,
            @Reference ConnectionJson json) {
        this.reading = reading;
        this.creation = creation;
        this.permissions = permissions;
        this.definitions = definitions;
        this.conversions = conversions;
        this.json = json;
    }

    /** What the caller may make out of it; with a type and a kind, what would become of each value. */
    @GET
    public String show(
            @PathParam("id") String id,
            @QueryParam("type") @Nullable String type,
            @QueryParam("kind") @Nullable String kind) {
        RecordRow row = reading.read(id);
        return Json.write(
                type == null && kind == null
                        ? Map.of("items", targets())
                        : json.conversion(
                                conversions.preview(row, type == null ? "" : type, kind == null ? "" : kind)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response convert(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String version,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            byte[] body) {
        RecordRow row = reading.read(id);
        ConversionOrder order = ConversionOrder.read(Bodies.object(body));
        Created created = conversions.convert(
                row, order, EntityTags.required(version), RequestKeys.of(key, order.type(), body, creation.caller()));
        Response.ResponseBuilder response = Response.created(
                        URI.create("/api/records/" + created.row().id()))
                .entity(Json.write(json.record(created.row())));
        return created.replayed()
                ? response.header("Idempotent-Replayed", "true").build()
                : response.build();
    }

    private List<Map<String, Object>> targets() {
        return definitions.types().stream()
                .filter(type -> !type.dormant() && permissions.may(type.name(), "create"))
                .map(this::target)
                .toList();
    }

    private Map<String, Object> target(Type type) {
        List<String> open = definitions.openKinds(type.name());
        List<Map<String, Object>> kinds = definitions.definitions(type.name()).stream()
                .filter(definition -> open.contains(definition.kind()))
                .map(definition -> Map.<String, Object>of(
                        "kind", definition.kind(), "title", definition.title().asMap()))
                .toList();
        return Map.of("type", type.name(), "title", type.title().asMap(), "kinds", kinds);
    }
}
