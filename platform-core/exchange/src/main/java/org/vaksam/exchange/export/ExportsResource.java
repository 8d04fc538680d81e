package org.vaksam.exchange.export;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.nio.file.Files;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.SignedIn;
import org.vaksam.api.text.Text;
import org.vaksam.spi.web.Downloads;
import org.vaksam.spi.web.Resources;

/** {@code /api/exports}: the caller's own files, made of what the caller may see. */
@Component(service = ExportsResource.class, property = Resources.PLATFORM + "=exports")
@JakartarsResource
@Path("exports")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class ExportsResource {
    private static final int LONGEST_FILE_NAME = 60;

    private final Exports exports;
    private final Access access;

    @Activate
    public ExportsResource(@Reference Exports exports, @Reference Access access) {
        this.exports = exports;
        this.access = access;
    }

    /** An export, as it is shown. */
    public record View(
            String id,
            String name,
            String subject,
            String format,
            String state,
            long total,
            long rows,
            long unlocated,
            long bytes,
            Instant createdAt,
            Optional<Instant> finishedAt,
            Optional<Instant> expiresAt,
            Optional<Text> failure) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response order(@Nullable Map<String, @Nullable Object> body) {
        View view = view(exports.order(new OrderInput(body).order(access.caller())));
        return Response.accepted(view)
                .location(URI.create("/api/exports/" + view.id()))
                .build();
    }

    @GET
    public Map<String, List<View>> list() {
        return Map.of(
                "items",
                exports.of(access.caller()).stream().map(ExportsResource::view).toList());
    }

    @GET
    @Path("{id}")
    public View get(@PathParam("id") String id) {
        return view(exports.find(access.caller(), id));
    }

    @GET
    @Path("{id}/file")
    @Produces(MediaType.WILDCARD)
    public Response file(@PathParam("id") String id) {
        Export export = exports.find(access.caller(), id);
        java.nio.file.Path file = exports.file(access.caller(), export);
        StreamingOutput content = out -> Files.copy(file, out);
        return Downloads.named(
                Response.ok(content, export.format().mediaType())
                        .header(HttpHeaders.CONTENT_LENGTH, export.bytes())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header("X-Content-Type-Options", "nosniff"),
                fileName(export));
    }

    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") String id) {
        exports.remove(access.caller(), id);
    }

    private static String fileName(Export export) {
        String plain = Normalizer.normalize(export.name(), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String name = plain.isEmpty() ? "vaksam" : plain.substring(0, Math.min(LONGEST_FILE_NAME, plain.length()));
        LocalDate day = LocalDate.ofInstant(export.createdAt(), SwedishTime.ZONE);
        return name + "-" + day + "." + export.format().id();
    }

    private static View view(Export export) {
        return new View(
                export.id(),
                export.name(),
                export.subject().name().toLowerCase(Locale.ROOT),
                export.format().id(),
                export.state().id(),
                export.total(),
                export.rows(),
                export.unlocated(),
                export.bytes(),
                export.createdAt(),
                export.finishedAt(),
                export.expiresAt(),
                export.failure());
    }
}
