package org.vaksam.operations.modules;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.SignedIn;
import org.vaksam.spi.kernel.Modules;
import org.vaksam.spi.web.Resources;

/** What the caller may use. */
@Component(service = NavigationResource.class, property = Resources.PLATFORM + "=navigation")
@JakartarsResource
@Path("navigation")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class NavigationResource {
    private final Modules modules;
    private final Access access;

    @Activate
    public NavigationResource(@Reference Modules modules, @Reference Access access) {
        this.modules = modules;
        this.access = access;
    }

    @GET
    public Navigation navigation() {
        return Navigation.of(modules.installed(), access.caller());
    }
}
