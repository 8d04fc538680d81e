package org.vaksam.operations.modules;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.BodyLimit;
import org.vaksam.api.security.Requires;
import org.vaksam.spi.kernel.Modules;
import org.vaksam.spi.kernel.Modules.Operation;
import org.vaksam.spi.kernel.Modules.Plan;
import org.vaksam.spi.kernel.Modules.Progress;
import org.vaksam.spi.web.Resources;

/** The REST door to module operations. */
@Component(service = ModulesResource.class, property = Resources.PLATFORM + "=modules")
@JakartarsResource
@Path("modules")
@Produces(MediaType.APPLICATION_JSON)
public final class ModulesResource {
    private static final String READ = "platform:modules:read";
    private static final String MANAGE = "platform:modules:manage";
    private static final long LARGEST_MODULE = 200L * 1024 * 1024;
    private static final long LARGEST_ARCHIVE = 2L * 1024 * 1024 * 1024;
    private static final int HISTORY = 100;

    private final Modules modules;
    private final Uploads uploads;

    @Activate
    public ModulesResource(@Reference Modules modules, @Reference Uploads uploads) {
        this.modules = modules;
        this.uploads = uploads;
    }

    @GET
    @Requires(READ)
    public ModulesView list() {
        return ModulesView.of(modules);
    }

    @POST
    @Path("plan")
    @Requires(MANAGE)
    @BodyLimit(LARGEST_MODULE)
    @Consumes({"application/java-archive", MediaType.APPLICATION_OCTET_STREAM})
    public Plan planFile(InputStream file) {
        return uploads.with(file, modules::plan);
    }

    @POST
    @Path("plan")
    @Requires(MANAGE)
    @BodyLimit(LARGEST_ARCHIVE)
    @Consumes("application/zip")
    public Plan planArchive(InputStream archive) {
        return uploads.with(archive, modules::plan);
    }

    @POST
    @Path("plan")
    @Requires(MANAGE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Plan planFromCatalogue(@Nullable Map<String, @Nullable Object> body) {
        return modules.plan(ModuleRequests.chosen(body, modules.catalogue()).file());
    }

    @POST
    @Path("apply")
    @Requires(MANAGE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Operation apply(@Nullable Map<String, @Nullable Object> body) {
        ModuleRequests.Application wanted = ModuleRequests.application(body);
        return Outcomes.orProblem(modules.apply(wanted.plan(), wanted.acceptPause()));
    }

    @POST
    @Path("{id}/rollback")
    @Requires(MANAGE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Operation rollback(@PathParam("id") String id, @Nullable Map<String, @Nullable Object> body) {
        return Outcomes.orProblem(modules.rollback(id, ModuleRequests.revision(body)));
    }

    @GET
    @Path("progress")
    @Requires(READ)
    public Map<String, Optional<Progress>> progress() {
        return Map.of("operation", modules.progress());
    }

    @DELETE
    @Path("{id}")
    @Requires(MANAGE)
    public Operation uninstall(
            @PathParam("id") String id,
            @QueryParam("data") @DefaultValue("keep") String data,
            @QueryParam("confirm") @DefaultValue("") String confirmation) {
        return Outcomes.orProblem(modules.uninstall(id, ModuleRequests.dataMode(data, id, confirmation)));
    }

    @GET
    @Path("history")
    @Requires(READ)
    public Map<String, List<Operation>> history(@QueryParam("module") @Nullable String module) {
        return Map.of("items", modules.history(Optional.ofNullable(module), HISTORY));
    }
}
