package org.vaksam.records.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Open;
import org.vaksam.api.security.SignedIn;
import org.vaksam.records.engine.RecordReading;
import org.vaksam.records.engine.TransitionView;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Resources;

/** Records of every area, also of those whose module is missing now; and the schema of definitions. */
@Component(service = AnyRecordResource.class, property = Resources.PLATFORM + "=records")
@JakartarsResource
@Path("records")
@Produces(MediaType.APPLICATION_JSON)
public final class AnyRecordResource {
    private static final String SCHEMA = "/META-INF/vaksam/schema/definition-1.json";

    private final RecordReading reading;
    private final TransitionView transitions;
    private final RecordJson json;
    private final Dormancy dormancy;

    @Activate
    public AnyRecordResource(
            @Reference RecordReading reading,
            @Reference TransitionView transitions,
            @Reference RecordJson json,
            @Reference Dormancy dormancy) {
        this.reading = reading;
        this.transitions = transitions;
        this.json = json;
        this.dormancy = dormancy;
    }

    @GET
    @Path("definition-schema")
    @Open
    @Produces("application/schema+json")
    public Response schema() {
        try (InputStream schema = Objects.requireNonNull(AnyRecordResource.class.getResourceAsStream(SCHEMA))) {
            return Response.ok(schema.readAllBytes()).build();
        } catch (IOException e) {
            throw new UncheckedIOException("The bundle is damaged", e);
        }
    }

    @GET
    @Path("{id}")
    @SignedIn
    public Response read(@PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String known) {
        RecordRow row = reading.read(id);
        if (dormancy.isDormant(row)) {
            // without a tag: the same version reads differently when the module is back
            return Response.ok(json.record(row, List.of(), true)).build();
        }
        Response.ResponseBuilder response =
                known != null && !row.hasSecrets() && EntityTags.matches(known, row.version())
                        ? Response.notModified()
                        : Response.ok(json.record(row, transitions.of(row), false));
        return response.header("ETag", EntityTags.of(row.version())).build();
    }
}
