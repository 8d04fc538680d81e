package org.vaksam.operations.modules;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Requires;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.Archives;
import org.vaksam.spi.kernel.Archives.Archive;
import org.vaksam.spi.web.Downloads;
import org.vaksam.spi.web.Resources;

/** The archives of uninstalled modules: listed, fetched, deleted. */
@Component(service = ArchivesResource.class, property = Resources.PLATFORM + "=modules")
@JakartarsResource
@Path("modules/archives")
@Produces(MediaType.APPLICATION_JSON)
public final class ArchivesResource {
    private static final String MANAGE = "platform:modules:manage";

    private final Archives archives;

    @Activate
    public ArchivesResource(@Reference Archives archives) {
        this.archives = archives;
    }

    @GET
    @Requires(MANAGE)
    public Map<String, List<Archive>> list() {
        return Map.of("items", archives.archives());
    }

    @GET
    @Path("{name}")
    @Requires(MANAGE)
    @Produces("application/zip")
    public Response fetch(@PathParam("name") String name) {
        return Downloads.of(archives.archive(name).orElseThrow(ArchivesResource::missing));
    }

    @DELETE
    @Path("{name}")
    @Requires(MANAGE)
    public void delete(@PathParam("name") String name) {
        if (!archives.deleteArchive(name)) {
            throw missing();
        }
    }

    private static Problem missing() {
        return Problem.notFound(new Text("Det finns inget sådant arkiv.", "There is no such archive."));
    }
}
