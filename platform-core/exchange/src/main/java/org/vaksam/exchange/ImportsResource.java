package org.vaksam.exchange;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.BodyLimit;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.SignedIn;
import org.vaksam.api.text.Text;
import org.vaksam.spi.web.Resources;

/** {@code /api/imports}: what can be imported, sending a file, how far it has come, what was refused. */
@Component(service = ImportsResource.class, property = Resources.PLATFORM + "=imports")
@JakartarsResource
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class ImportsResource {
    private static final String MANAGE = "platform:imports:manage";
    private static final int NEWEST = 100;
    private static final int MOST_ERRORS = 200;

    private final Imports imports;
    private final Access access;

    @Activate
    public ImportsResource(@Reference Imports imports, @Reference Access access) {
        this.imports = imports;
        this.access = access;
    }

    /** An import, as it is shown. */
    public record View(
            String id,
            String format,
            String name,
            String state,
            long bytes,
            long bytesRead,
            long items,
            long created,
            long existing,
            long refused,
            Instant createdAt,
            Optional<Instant> startedAt,
            Optional<Instant> finishedAt,
            Optional<Text> failure,
            String actor) {}

    /** Refused items; the cursor is the line where the page ended. */
    public record Errors(List<ErrorView> items, long total, Optional<String> next) {}

    /** A refused item. */
    public record ErrorView(long line, String type, Text detail, List<FieldProblem> errors, String item) {}

    /** A format. */
    public record FormatView(String id, Text title, String module, List<String> accepts) {}

    @GET
    @Path("formats")
    public Map<String, List<FormatView>> formats() {
        Caller caller = access.caller();
        return Map.of(
                "items",
                imports.formats().stream()
                        .filter(format -> caller.may(format.permission()))
                        .map(one -> new FormatView(one.id(), one.title(), one.module(), one.accepts()))
                        .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @BodyLimit(Imports.LARGEST_FILE)
    public Response receive(
            @QueryParam("format") @DefaultValue("") String format,
            @QueryParam("name") @DefaultValue("") String name,
            InputStream body) {
        Formats.Format known = imports.format(format);
        Caller sender = access.require(known.permission());
        View view = view(imports.receive(known, name, sender, body));
        return Response.accepted(view)
                .location(URI.create("/api/imports/" + view.id()))
                .build();
    }

    @GET
    public Map<String, List<View>> list() {
        return Map.of(
                "items",
                imports.newest(NEWEST).stream()
                        .filter(this::mayRead)
                        .map(ImportsResource::view)
                        .toList());
    }

    @GET
    @Path("{id}")
    public View get(@PathParam("id") String id) {
        return view(readable(id));
    }

    @GET
    @Path("{id}/errors")
    public Errors errors(
            @PathParam("id") String id,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") @DefaultValue("0") String cursor) {
        ImportRun run = readable(id);
        int size = Math.max(1, Math.min(MOST_ERRORS, limit));
        List<ItemError> errors = imports.errors(run.id(), line(cursor), size + 1);
        List<ErrorView> page = errors.stream()
                .limit(size)
                .map(error -> new ErrorView(error.line(), error.type(), error.detail(), error.errors(), error.item()))
                .toList();
        Optional<String> next = errors.size() > size
                ? Optional.of(String.valueOf(page.get(size - 1).line()))
                : Optional.empty();
        return new Errors(page, run.refused(), next);
    }

    private ImportRun readable(String id) {
        return imports.find(id)
                .filter(this::mayRead)
                .orElseThrow(
                        () -> Problem.notFound(new Text("Det finns ingen sådan import.", "There is no such import.")));
    }

    /** Its sender, whoever may import the same, and whoever looks after imports. */
    private boolean mayRead(ImportRun run) {
        Caller caller = access.caller();
        return caller.may(run.permission())
                || caller.may(MANAGE)
                || caller.account().isPresent() && caller.account().equals(run.actor());
    }

    private static long line(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Problem.badRequest(new Text("Ogiltig sidmarkör.", "The cursor is not valid."))
                    .causedBy(e);
        }
    }

    private static View view(ImportRun run) {
        return new View(
                run.id(),
                run.format(),
                run.name(),
                run.state().id(),
                run.bytes(),
                run.bytesRead(),
                run.items(),
                run.created(),
                run.existing(),
                run.refused(),
                run.createdAt(),
                run.startedAt(),
                run.finishedAt(),
                run.failure(),
                run.actorName());
    }
}
