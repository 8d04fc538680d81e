package org.vaksam.exchange.tray;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.BodyLimit;
import org.vaksam.api.security.Requires;
import org.vaksam.api.text.Text;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Page;
import org.vaksam.spi.web.Resources;

/** {@code /api/tray}: what could not be read, with the reason; to correct, try again or discard. */
@Component(service = TrayResource.class, property = Resources.PLATFORM + "=tray")
@JakartarsResource
@Path("tray")
@Produces(MediaType.APPLICATION_JSON)
@Requires(TrayResource.PERMISSION)
public final class TrayResource {
    /** To see what could not be read, whatever it says, and to deal with it. */
    public static final String PERMISSION = "platform:feeds:tray";

    private static final int MOST_AT_ONCE = 100;
    private static final int LONGEST_REASON = 1_000;

    private final Tray tray;
    private final Access access;

    @Activate
    public TrayResource(@Reference Tray tray, @Reference Access access) {
        this.tray = tray;
        this.access = access;
    }

    @GET
    public Page<TrayView> list(
            @QueryParam("state") @DefaultValue("open") String state,
            @QueryParam("origin") @Nullable String origin,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        TrayState wanted = TrayState.of(state)
                .orElseThrow(() -> Problem.badRequest(new Text(
                        "state ska vara open, stored eller discarded.", "state must be open, stored or discarded.")));
        int size = Page.size(limit);
        List<TrayView> found =
                tray.page(wanted, Optional.ofNullable(origin), Optional.ofNullable(cursor), size + 1).stream()
                        .map(TrayView::of)
                        .toList();
        return Page.of(found, size, TrayView::id);
    }

    /** One, with its text. */
    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        TrayItem item = tray.get(id);
        return tagged(TrayView.of(item, tray.text(item)));
    }

    /** Reads it again, with the {@code text} of the body in the place of what came when there is one. */
    @POST
    @Path("{id}/retry")
    @Consumes(MediaType.APPLICATION_JSON)
    @BodyLimit(2L << 20)
    public Response retry(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected,
            @Nullable Map<String, @Nullable Object> body) {
        Map<String, @Nullable Object> members = known(body, Set.of("text"));
        Optional<String> text = text(members, "text", TrayTable.LONGEST_TEXT);
        TrayItem item = tray.retry(id, Optional.of(EntityTags.required(expected)), text, access.caller());
        return tagged(TrayView.of(item, tray.text(item)));
    }

    @POST
    @Path("{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response discard(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected,
            @Nullable Map<String, @Nullable Object> body) {
        String reason = text(known(body, Set.of("reason")), "reason", LONGEST_REASON)
                .map(String::strip)
                .filter(words -> !words.isEmpty())
                .orElseThrow(() -> wrong("reason", new Text("Måste anges.", "Is required.")));
        TrayItem item = tray.discard(
                id, Optional.of(EntityTags.required(expected)), TrayItem.line(reason, LONGEST_REASON), access.caller());
        return tagged(TrayView.of(item));
    }

    /** Reads many again, each for itself. */
    @POST
    @Path("retry")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, List<TrayView>> retryAll(@Nullable Map<String, @Nullable Object> body) {
        Object ids = known(body, Set.of("ids")).get("ids");
        if (!(ids instanceof List<?> list)
                || list.isEmpty()
                || list.size() > MOST_AT_ONCE
                || !list.stream().allMatch(String.class::isInstance)) {
            throw wrong(
                    "ids",
                    new Text(
                            "Ska vara en lista med 1-" + MOST_AT_ONCE + " id.",
                            "Must be a list of 1-" + MOST_AT_ONCE + " ids."));
        }
        var views = new ArrayList<TrayView>();
        for (Object id : list.stream().distinct().toList()) {
            views.add(one((String) id));
        }
        return Map.of("items", views);
    }

    private TrayView one(String id) {
        try {
            return TrayView.of(tray.retry(id, Optional.empty(), Optional.empty(), access.caller()));
        } catch (Problem problem) {
            if (problem.status() == 404 && !problem.type().equals("module-missing")) {
                throw problem;
            }
            return TrayView.of(tray.get(id)).withProblem(problem.detail());
        }
    }

    private static Response tagged(TrayView view) {
        return Response.ok(view)
                .header(HttpHeaders.ETAG, EntityTags.of(view.version()))
                .build();
    }

    private static Map<String, @Nullable Object> known(
            @Nullable Map<String, @Nullable Object> body, Set<String> names) {
        Map<String, @Nullable Object> members = body == null ? Map.of() : body;
        List<FieldProblem> unknown = members.keySet().stream()
                .filter(name -> !names.contains(name))
                .map(name -> new FieldProblem(name, new Text("Okänt fält.", "Unknown field.")))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown);
        }
        return members;
    }

    private static Optional<String> text(Map<String, @Nullable Object> members, String name, int longest) {
        Object value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text) || text.length() > longest) {
            throw wrong(
                    name,
                    new Text(
                            "Ska vara en text med högst " + longest + " tecken.",
                            "Must be a text of at most " + longest + " characters."));
        }
        return Optional.of(text);
    }

    private static Problem wrong(String field, Text detail) {
        return Problem.invalid(List.of(new FieldProblem(field, detail)));
    }
}
