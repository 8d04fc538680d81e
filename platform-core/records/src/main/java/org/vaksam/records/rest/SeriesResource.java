package org.vaksam.records.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.SignedIn;
import org.vaksam.records.engine.RecordReading;
import org.vaksam.records.link.Input;
import org.vaksam.records.link.Series;
import org.vaksam.records.value.Json;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.web.Resources;

/** The series that a record leads, and those it is in. */
@Component(service = SeriesResource.class, property = Resources.PLATFORM + "=records")
@JakartarsResource
@Path("records/{id}/series")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public final class SeriesResource {
    private static final int LONGEST_NAME = 200;

    private final RecordReading reading;
    private final Series series;
    private final ConnectionJson json;

    @Activate
    public SeriesResource(@Reference RecordReading reading, @Reference Series series, @Reference ConnectionJson json) {
        this.reading = reading;
        this.series = series;
        this.json = json;
    }

    @GET
    public String show(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        RecordRow row = reading.read(id);
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("leads", series.ledBy(row).map(led -> led(led, cursor, limit)).orElse(null));
        shown.put("in", series.of(row).stream().map(json::series).toList());
        return Json.write(shown);
    }

    private Map<String, @Nullable Object> led(Series.Gathered led, @Nullable String cursor, @Nullable String limit) {
        Part<RecordRow> part = Part.of(led.members(), Series::key, cursor, limit);
        Map<String, @Nullable Object> shown = json.series(led);
        shown.put("members", part.items().stream().map(json::record).toList());
        shown.put("next", part.next().orElse(null));
        return shown;
    }

    /** Makes the record the case of a series, or renames it. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public String name(@PathParam("id") String id, byte[] body) {
        series.name(reading.read(id), Input.only(Bodies.object(body), "name", LONGEST_NAME));
        return show(id, null, null);
    }

    @DELETE
    public Response end(@PathParam("id") String id, @QueryParam("reason") @Nullable String reason) {
        series.end(reading.read(id), Input.reason(reason));
        return Response.noContent().build();
    }

    @PUT
    @Path("members/{member}")
    public Response add(@PathParam("id") String id, @PathParam("member") String member) {
        series.add(reading.read(id), member);
        return Response.noContent().build();
    }

    @DELETE
    @Path("members/{member}")
    public Response remove(
            @PathParam("id") String id,
            @PathParam("member") String member,
            @QueryParam("reason") @Nullable String reason) {
        series.remove(reading.read(id), member, Input.reason(reason));
        return Response.noContent().build();
    }
}
