package org.vaksam.records.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Requires;
import org.vaksam.api.text.Text;
import org.vaksam.records.engine.RecordReading;
import org.vaksam.records.engine.WhySeen;
import org.vaksam.spi.web.Resources;

/** Why somebody can see a record, for those who manage accounts and can see it themselves. */
@Component(service = WhyResource.class, property = Resources.PLATFORM + "=records")
@JakartarsResource
@Path("records/{id}/why")
@Produces(MediaType.APPLICATION_JSON)
@Requires("platform:accounts:manage")
public final class WhyResource {
    private final RecordReading reading;
    private final WhySeen why;

    @Activate
    public WhyResource(@Reference RecordReading reading, @Reference WhySeen why) {
        this.reading = reading;
        this.why = why;
    }

    @GET
    public WhySeen.Answer why(@PathParam("id") String id, @QueryParam("account") @Nullable String account) {
        if (account == null || account.isBlank()) {
            throw Problem.badRequest(new Text("Ange ett konto: account=…", "Name an account: account=…"));
        }
        return why.of(reading.read(id), account);
    }
}
