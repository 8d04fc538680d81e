package org.vaksam.records.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Requires;
import org.vaksam.records.engine.Holds;
import org.vaksam.records.engine.RecordReading;
import org.vaksam.records.store.HoldTable.Hold;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Problems;
import org.vaksam.records.value.Words;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.web.Resources;

/** Legal holds of records that the caller may see. */
@Component(service = HoldsResource.class, property = Resources.PLATFORM + "=retention")
@JakartarsResource
@Path("retention/holds")
@Produces(MediaType.APPLICATION_JSON)
@Requires("platform:retention:hold")
public final class HoldsResource {
    private static final int LONGEST = 1_000;

    private final Holds holds;
    private final RecordReading reading;
    private final RetentionJson json;

    @Activate
    public HoldsResource(@Reference Holds holds, @Reference RecordReading reading, @Reference RetentionJson json) {
        this.holds = holds;
        this.reading = reading;
        this.json = json;
    }

    /** All of them, or that of one record. */
    @GET
    public String list(@QueryParam("record") @DefaultValue("") String record) {
        if (!record.isEmpty()) {
            RecordRow row = reading.read(record);
            return list(
                    holds.find(row.id()).stream()
                            .map(hold -> json.hold(row, hold))
                            .toList(),
                    0);
        }
        var held = new LinkedHashMap<String, Hold>();
        holds.all().forEach(hold -> held.put(hold.record(), hold));
        List<RecordRow> visible = reading.readAll(List.copyOf(held.keySet()));
        var items = visible.stream()
                .map(row -> json.hold(row, Objects.requireNonNull(held.get(row.id()))))
                .toList();
        return list(items, held.size() - items.size());
    }

    @PUT
    @Path("{record}")
    @Consumes(MediaType.APPLICATION_JSON)
    public String place(@PathParam("record") String record, byte[] body) {
        Hold hold = holds.place(record, reason(Bodies.object(body).get("reason")));
        return Json.write(json.hold(reading.read(hold.record()), hold));
    }

    @DELETE
    @Path("{record}")
    public Response lift(@PathParam("record") String record, @QueryParam("reason") @DefaultValue("") String reason) {
        holds.lift(record, reason(reason));
        return Response.noContent().build();
    }

    private static String list(List<Map<String, @Nullable Object>> items, int hidden) {
        return Json.write(Map.of("items", items, "hidden", hidden));
    }

    private static String reason(@Nullable Object given) {
        var problems = new Problems();
        String reason = given == null
                ? ""
                : Words.lines(given, "reason", LONGEST, problems).orElse("");
        if (reason.isBlank() && problems.isEmpty()) {
            problems.add("reason", "Ange varför.", "Say why.");
        }
        problems.throwIfAny();
        return reason;
    }
}
