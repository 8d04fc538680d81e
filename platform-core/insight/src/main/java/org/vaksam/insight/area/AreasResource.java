package org.vaksam.insight.area;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Requires;
import org.vaksam.api.security.SignedIn;
import org.vaksam.api.text.Text;
import org.vaksam.insight.area.AreaTable.Stored;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Resources;

/** {@code /api/insight/areas}: the parts of the map that records are counted by. */
@Component(service = AreasResource.class, property = Resources.PLATFORM + "=insight")
@JakartarsResource
@Path("insight/areas")
public final class AreasResource {
    private static final String GEOJSON = "application/geo+json";
    private static final int MOST_BYTES = 12 << 20;
    private final AreaTable table;

    @Activate
    public AreasResource(@Reference AreaTable table) {
        this.table = table;
    }

    /** All areas as they were sent. */
    @GET
    @SignedIn
    @Produces({GEOJSON, MediaType.APPLICATION_JSON})
    public Response read() {
        return answer(table.stored());
    }

    /** Other areas from now on; the index is built anew with them in the background. */
    @PUT
    @Requires("platform:organisation:manage")
    @Consumes({GEOJSON, MediaType.APPLICATION_JSON})
    @Produces({GEOJSON, MediaType.APPLICATION_JSON})
    public Response change(@HeaderParam("If-Match") @Nullable String expected, InputStream body) {
        int version = table.stored().version();
        EntityTags.check(EntityTags.required(expected), version);
        if (!table.replace(text(body), version)) {
            throw EntityTags.stale(table.stored().version());
        }
        return answer(table.stored());
    }

    private static Response answer(Stored stored) {
        return Response.ok(stored.geojson())
                .header("ETag", EntityTags.of(stored.version()))
                .build();
    }

    private static String text(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw Problem.of(
                        "too-large",
                        413,
                        new Text("För stor", "Too large"),
                        new Text("Filen får ha högst 12 MiB.", "The file may have at most 12 MiB."));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
