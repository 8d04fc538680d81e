package org.vaksam.records.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Requires;
import org.vaksam.api.text.Text;
import org.vaksam.records.retention.RetentionPreview;
import org.vaksam.records.retention.RetentionRules;
import org.vaksam.records.retention.RetentionRuns;
import org.vaksam.records.store.RunTable.Outcome;
import org.vaksam.records.store.RunTable.Run;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Problems;
import org.vaksam.records.value.Times;
import org.vaksam.spi.web.Resources;

/** Retention: rules, the preview of a day, runs and their protocols. */
@Component(service = RetentionResource.class, property = Resources.PLATFORM + "=retention")
@JakartarsResource
@Path("retention")
@Produces(MediaType.APPLICATION_JSON)
@Requires("platform:retention:manage")
public final class RetentionResource {
    private static final int RUNS = 100;

    private final RetentionRules rules;
    private final RetentionPreview preview;
    private final RetentionRuns runs;
    private final RetentionJson json;
    private final RetentionTables tables;

    @Activate
    public RetentionResource(
            @Reference RetentionRules rules,
            @Reference RetentionPreview preview,
            @Reference RetentionRuns runs,
            @Reference RetentionJson json,
            @Reference RetentionTables tables) {
        this.rules = rules;
        this.preview = preview;
        this.runs = runs;
        this.json = json;
        this.tables = tables;
    }

    @GET
    @Path("rules")
    public String rules() {
        return items(rules.all().stream().map(json::rule).toList());
    }

    @PUT
    @Path("rules/{type}/{kind}")
    @Consumes(MediaType.APPLICATION_JSON)
    public String put(@PathParam("type") String type, @PathParam("kind") String kind, byte[] body) {
        return Json.write(json.rule(rules.put(type, kind, Bodies.object(body))));
    }

    @DELETE
    @Path("rules/{type}/{kind}")
    public String reset(@PathParam("type") String type, @PathParam("kind") String kind) {
        return Json.write(json.rule(rules.reset(type, kind)));
    }

    @GET
    @Path("preview")
    public String preview(@QueryParam("on") @DefaultValue("") String on) {
        return json.plan(preview.of(day(on)));
    }

    @GET
    @Path("preview/list")
    @Produces("text/csv")
    public Response previewList(@QueryParam("on") @DefaultValue("") String on) {
        LocalDate day = day(on);
        return tables.attachment("retention-" + day, tables.plan(json.visible(preview.of(day))));
    }

    @GET
    @Path("runs")
    public String runs() {
        return items(runs.newest(RUNS).stream().map(RetentionJson::run).toList());
    }

    @POST
    @Path("runs")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(byte[] body) {
        Map<String, @Nullable Object> members = Bodies.object(body);
        String hash = members.get("hash") instanceof String given ? given : "";
        Run run = runs.start(day(String.valueOf(members.getOrDefault("on", ""))), hash);
        return Response.accepted(Json.write(RetentionJson.run(run))).build();
    }

    @GET
    @Path("runs/{id}")
    public String run(@PathParam("id") String id) {
        Run run = require(id);
        var shown = new LinkedHashMap<String, @Nullable Object>(RetentionJson.run(run));
        var counts = new LinkedHashMap<String, Long>();
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome.name().toLowerCase(Locale.ROOT), runs.count(run.id(), outcome));
        }
        shown.put("records", counts);
        return Json.write(shown);
    }

    @GET
    @Path("runs/{id}/protocol")
    @Produces("text/csv")
    public Response protocol(@PathParam("id") String id) {
        Run run = require(id);
        return tables.attachment("retention-protocol-" + run.on(), tables.protocol(run, runs.items(run.id())));
    }

    private Run require(String id) {
        return runs.find(id)
                .orElseThrow(() -> Problem.notFound(
                        new Text("Det finns ingen sådan gallring.", "There is no such retention run.")));
    }

    private static LocalDate day(String on) {
        if (on.isEmpty()) {
            return LocalDate.now(SwedishTime.ZONE);
        }
        var problems = new Problems();
        var day = Times.date(on, "on", problems);
        problems.throwIfAny();
        return day.orElseThrow();
    }

    private static String items(Object items) {
        return Json.write(Map.of("items", items));
    }
}
