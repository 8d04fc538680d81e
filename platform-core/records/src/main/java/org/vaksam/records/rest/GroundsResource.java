package org.vaksam.records.rest;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.security.SignedIn;
import org.vaksam.api.text.Text;
import org.vaksam.records.value.Json;
import org.vaksam.spi.web.Resources;

/** Provisions to choose from when something is marked as secret; any other may be written. */
@Component(service = GroundsResource.class, property = Resources.PLATFORM + "=records")
@JakartarsResource
@Path("records/secrecy-grounds")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class GroundsResource {
    /** A provision, with what it is about. */
    public record Ground(String ground, Text title) {}

    private static final Logger LOG = LoggerFactory.getLogger(GroundsResource.class);
    private static final String OURS = "/META-INF/vaksam/secrecy/grounds.json";
    private static final TypeReference<List<Ground>> GROUNDS = new TypeReference<>() {};

    private final java.nio.file.Path file;

    @Activate
    public GroundsResource(BundleContext context) {
        this(java.nio.file.Path.of(Objects.requireNonNull(context.getProperty("vaksam.data"), "vaksam.data")));
    }

    GroundsResource(java.nio.file.Path data) {
        this.file = data.resolve("secrecy-grounds.json");
    }

    /** The operator's list when there is one, otherwise the one that comes with the platform. */
    @GET
    public Map<String, List<Ground>> grounds() {
        if (Files.exists(file)) {
            try (InputStream theirs = Files.newInputStream(file)) {
                return Map.of("items", Json.MAPPER.readValue(theirs, GROUNDS));
            } catch (IOException e) {
                LOG.warn("The list of grounds for secrecy in {} cannot be read and is left out", file, e);
            }
        }
        try (InputStream ours = Objects.requireNonNull(GroundsResource.class.getResourceAsStream(OURS))) {
            return Map.of("items", Json.MAPPER.readValue(ours, GROUNDS));
        } catch (IOException e) {
            throw new UncheckedIOException("The bundle is damaged", e);
        }
    }
}
