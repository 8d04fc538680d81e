package org.vaksam.security.organisation;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Requires;
import org.vaksam.api.security.SignedIn;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.spi.web.Resources;

/** The organisation's units. */
@Component(service = UnitsResource.class, property = Resources.PLATFORM + "=units")
@JakartarsResource
@Path("units")
@Produces(MediaType.APPLICATION_JSON)
public final class UnitsResource {
    private final UnitDirectory directory;
    private final UnitAdministration administration;

    @Activate
    public UnitsResource(@Reference UnitDirectory directory, @Reference UnitAdministration administration) {
        this.directory = directory;
        this.administration = administration;
    }

    /** Those whose code or name contains the words; parents before their children. */
    @GET
    @SignedIn
    public Map<String, List<UnitRow>> list(@QueryParam("q") @DefaultValue("") String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return Map.of(
                "items",
                directory.tree().inOrder().stream()
                        .filter(unit -> contains(unit, wanted))
                        .toList());
    }

    @POST
    @Requires(PlatformRoles.MANAGE_ORGANISATION)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable Map<String, @Nullable Object> body) {
        return Response.status(Response.Status.CREATED)
                .entity(administration.create(body))
                .build();
    }

    @PATCH
    @Path("{id}")
    @Requires(PlatformRoles.MANAGE_ORGANISATION)
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public UnitRow change(@PathParam("id") String id, @Nullable Map<String, @Nullable Object> body) {
        return administration.change(id, body);
    }

    private static boolean contains(UnitRow unit, String words) {
        return words.isEmpty()
                || (unit.code() + "\n" + unit.name().sv() + "\n" + unit.name().en())
                        .toLowerCase(Locale.ROOT)
                        .contains(words);
    }
}
