package org.vaksam.casework.deadline;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.SignedIn;
import org.vaksam.api.text.Text;
import org.vaksam.casework.calendar.OrganisationCalendar;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordVisibility;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Input;
import org.vaksam.spi.web.Resources;

/** The clocks of records. */
@Component(service = DeadlinesResource.class, property = Resources.PLATFORM + "=deadlines")
@JakartarsResource
@Path("deadlines")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class DeadlinesResource {
    private final Deadlines deadlines;
    private final OwnDeadlines own;
    private final RecordAccess records;
    private final OrganisationCalendar calendar;

    @Activate
    public DeadlinesResource(
            @Reference Deadlines deadlines,
            @Reference OwnDeadlines own,
            @Reference RecordAccess records,
            @Reference OrganisationCalendar calendar) {
        this.deadlines = deadlines;
        this.own = own;
        this.records = records;
        this.calendar = calendar;
    }

    /** All of one record, or the open ones of the records that the caller is assigned to, the next due first. */
    @GET
    public Map<String, Object> list(
            @QueryParam("record") @Nullable String record, @QueryParam("mine") @DefaultValue("false") boolean mine) {
        if (record != null) {
            RecordRow row = records.require(record);
            return Map.of(
                    "items",
                    deadlines.of(row).stream()
                            .map(deadline -> json(deadline, row))
                            .toList());
        }
        if (!mine) {
            throw Problem.badRequest(new Text("Ange record eller mine=true.", "Give a record, or mine=true."));
        }
        Map<String, RecordRow> rows = new HashMap<>();
        own.records().forEach(row -> rows.put(row.id(), row));
        List<Map<String, @Nullable Object>> items = own.of(rows.keySet()).stream()
                .sorted(Comparator.comparing(Deadline::dueAt).thenComparing(Deadline::id))
                .map(deadline -> json(deadline, Objects.requireNonNull(rows.get(deadline.record()))))
                .toList();
        return Map.of("items", items);
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id) {
        return tagged(deadlines.read(id));
    }

    /** More time. */
    @PUT
    @Path("{id}/extension")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response extend(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected,
            @Nullable Map<String, @Nullable Object> body) {
        return tagged(deadlines.extend(id, EntityTags.required(expected), Input.of(body, "dueAt", "reason")));
    }

    private Response tagged(Deadline deadline) {
        return Response.ok(json(deadline, records.require(deadline.record())))
                .header(HttpHeaders.ETAG, EntityTags.of(deadline.version()))
                .build();
    }

    private Map<String, @Nullable Object> json(Deadline deadline, RecordRow row) {
        Instant now = calendar.now();
        var record = new HashMap<String, @Nullable Object>();
        record.put("id", row.id());
        record.put("number", row.number());
        record.put("type", row.type());
        record.put("title", RecordVisibility.isRestricted(row) ? null : row.title());
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", deadline.id());
        json.put("version", deadline.version());
        json.put("record", record);
        json.put("deadline", deadline.name());
        json.put("label", deadline.label().asMap());
        json.put("state", deadline.state().id());
        json.put("open", deadline.isOpen());
        json.put("overdue", deadline.isOpen() && deadline.dueAt().isBefore(now));
        json.put("startedAt", deadline.startedAt().toString());
        json.put("dueAt", deadline.dueAt().toString());
        json.put("endedAt", deadline.endedAt().map(Instant::toString).orElse(null));
        json.put("extended", deadline.extended());
        json.put("editable", deadline.isOpen() && records.mayHandle(row));
        return json;
    }
}
