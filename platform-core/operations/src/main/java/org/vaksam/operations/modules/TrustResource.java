package org.vaksam.operations.modules;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Requires;
import org.vaksam.spi.kernel.ModuleTrust;
import org.vaksam.spi.kernel.ModuleTrust.Certificate;
import org.vaksam.spi.kernel.ModuleTrust.Countersignature;
import org.vaksam.spi.web.Resources;

/** The REST door to the trust store. */
@Component(service = TrustResource.class, property = Resources.PLATFORM + "=modules")
@JakartarsResource
@Path("modules/trust")
@Produces(MediaType.APPLICATION_JSON)
public final class TrustResource {
    private static final String READ = "platform:modules:read";
    private static final String MANAGE = "platform:modules:manage";

    private final ModuleTrust trust;

    @Activate
    public TrustResource(@Reference ModuleTrust trust) {
        this.trust = trust;
    }

    /** Whom the platform trusts. */
    public record TrustView(String policy, List<Certificate> certificates, List<Countersignature> countersignatures) {}

    @GET
    @Requires(READ)
    public TrustView list() {
        return new TrustView(trust.policy(), trust.certificates(), trust.countersignatures());
    }

    @POST
    @Requires(MANAGE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Certificate add(@Nullable Map<String, @Nullable Object> body) {
        return trust.add(Body.words(body, "certificate").getOrDefault("certificate", ""));
    }

    @DELETE
    @Path("{fingerprint}")
    @Requires(MANAGE)
    public Response remove(@PathParam("fingerprint") String fingerprint) {
        trust.remove(fingerprint);
        return Response.noContent().build();
    }

    @POST
    @Path("countersignatures")
    @Requires(MANAGE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Countersignature countersign(@Nullable Map<String, @Nullable Object> body) {
        Map<String, String> words = Body.words(body, "plan", "reason");
        return trust.countersign(words.getOrDefault("plan", ""), words.getOrDefault("reason", ""));
    }

    @DELETE
    @Path("countersignatures/{sha}")
    @Requires(MANAGE)
    public Response withdraw(@PathParam("sha") String sha) {
        trust.withdraw(sha);
        return Response.noContent().build();
    }
}
