package org.vaksam.journal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.security.Requires;
import org.vaksam.journal.HeadSigner;
import org.vaksam.journal.JournalExport;
import org.vaksam.journal.JournalVerifications;
import org.vaksam.spi.web.Downloads;
import org.vaksam.spi.web.Resources;

/** Is the journal what it was? Checked here, or taken away and checked elsewhere. */
@Component(service = VerificationResource.class, property = Resources.PLATFORM + "=journal")
@JakartarsResource
@Path("journal")
@Produces(MediaType.APPLICATION_JSON)
public final class VerificationResource {
    private static final String READ = "platform:journal:read";

    private final JournalVerifications verifications;
    private final JournalExport export;
    private final HeadSigner signer;

    @Activate
    public VerificationResource(
            @Reference JournalVerifications verifications,
            @Reference JournalExport export,
            @Reference HeadSigner signer) {
        this.verifications = verifications;
        this.export = export;
        this.signer = signer;
    }

    /** Begins a verification, or joins the one under way. */
    @POST
    @Path("verification")
    @Requires(READ)
    public VerificationView start() {
        return VerificationView.of(verifications.start());
    }

    @GET
    @Path("verification")
    @Requires(READ)
    public VerificationView newest() {
        return VerificationView.of(verifications.newest());
    }

    /** All of it, for safekeeping elsewhere. */
    @GET
    @Path("export")
    @Requires(READ)
    @Produces("application/jsonl")
    public Response export() {
        StreamingOutput content = export::write;
        return Downloads.named(Response.ok(content), "journal.jsonl");
    }

    /** The public key that heads are signed with now. */
    @GET
    @Path("key")
    @Requires(READ)
    @Produces("application/x-pem-file")
    public String key() throws IOException {
        return signer.heads().key().pem();
    }
}
