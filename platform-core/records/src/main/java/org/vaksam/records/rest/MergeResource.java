package org.vaksam.records.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.SignedIn;
import org.vaksam.records.engine.RecordReading;
import org.vaksam.records.link.Input;
import org.vaksam.records.link.MergeOrder;
import org.vaksam.records.link.Merges;
import org.vaksam.records.value.Json;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Resources;

/** Merging a record into another, and undoing it. */
@Component(service = MergeResource.class, property = Resources.PLATFORM + "=records")
@JakartarsResource
@Path("records/{id}/merge")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public final class MergeResource {
    private final RecordReading reading;
    private final Merges merges;
    private final ConnectionJson json;

    @Activate
    public MergeResource(@Reference RecordReading reading, @Reference Merges merges, @Reference ConnectionJson json) {
        this.reading = reading;
        this.merges = merges;
        this.json = json;
    }

    /** With {@code into} a preview of merging; without, what the record is merged into and what was merged into it. */
    @GET
    public String show(@PathParam("id") String id, @QueryParam("into") @Nullable String into) {
        RecordRow row = reading.read(id);
        return Json.write(into == null ? state(row) : json.preview(merges.preview(row, into)));
    }

    /** Both records must be as they were in the preview. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response merge(@PathParam("id") String id, byte[] body) {
        RecordRow into = merges.merge(reading.read(id), MergeOrder.read(Bodies.object(body)));
        return Response.ok(Json.write(json.record(into)))
                .header("ETag", EntityTags.of(into.version()))
                .build();
    }

    @DELETE
    public Response undo(
            @PathParam("id") String id,
            @QueryParam("reason") @Nullable String reason,
            @HeaderParam("If-Match") @Nullable String version) {
        RecordRow row = reading.read(id);
        EntityTags.check(EntityTags.required(version), row.version());
        merges.undo(row, Input.reason(reason));
        return Response.noContent().build();
    }

    private Map<String, @Nullable Object> state(RecordRow row) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("merged", merges.note(row).map(this::note).orElse(null));
        shown.put(
                "mergedIn",
                reading.readAll(merges.into(row)).stream().map(json::record).toList());
        return shown;
    }

    /** The other record only for whoever may see it. */
    private Map<String, @Nullable Object> note(Merges.MergeNote note) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put(
                "into",
                reading.readAll(List.of(note.into())).stream()
                        .findFirst()
                        .map(json::record)
                        .orElse(null));
        shown.put("reason", note.reason());
        shown.put("at", note.at().toString());
        shown.put("by", json.person(note.by()));
        return shown;
    }
}
