package org.vaksam.backup.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
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
import org.vaksam.api.security.Requires;
import org.vaksam.api.text.Text;
import org.vaksam.backup.encryption.Passphrase;
import org.vaksam.backup.keep.Backups;
import org.vaksam.backup.keep.KeptBackup;
import org.vaksam.spi.web.Downloads;
import org.vaksam.spi.web.Resources;

/** Backups: made, listed, fetched, verified, deleted. */
@Component(service = BackupsResource.class, property = Resources.PLATFORM + "=backups")
@JakartarsResource
@Path("backups")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Requires("platform:backup:manage")
public final class BackupsResource {
    private static final String PASSPHRASE = "passphrase";

    private final Backups backups;
    private final Access access;

    @Activate
    public BackupsResource(@Reference Backups backups, @Reference Access access) {
        this.backups = backups;
        this.access = access;
    }

    @GET
    public Map<String, Object> list() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("items", backups.list());
        backups.running().ifPresent(running -> answer.put("running", running));
        backups.failed().ifPresent(failed -> answer.put("failed", failed));
        return answer;
    }

    @POST
    public Response make(@Nullable Map<String, @Nullable Object> body) {
        return Response.accepted(backups.start(access.caller(), passphrase(body), false))
                .build();
    }

    @GET
    @Path("{name}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response fetch(@PathParam("name") String name) {
        return Downloads.of(backups.fetch(name));
    }

    @POST
    @Path("{name}/verify")
    public KeptBackup verify(@PathParam("name") String name) {
        try {
            return backups.verify(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DELETE
    @Path("{name}")
    public void delete(@PathParam("name") String name) {
        backups.delete(name);
    }

    private static Optional<Passphrase> passphrase(@Nullable Map<String, @Nullable Object> body) {
        if (body == null || body.isEmpty()) {
            return Optional.empty();
        }
        if (!body.keySet().equals(Set.of(PASSPHRASE)) || !(body.get(PASSPHRASE) instanceof String words)) {
            throw Problem.invalid(List.of(new FieldProblem(
                    PASSPHRASE,
                    new Text(
                            "Är den enda uppgift som kan anges, och en text.",
                            "Is the only member there is, and a text."))));
        }
        return Optional.of(Passphrase.of(words));
    }
}
