package org.vaksam.exchange.export;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.print.PdfDocuments;
import org.vaksam.api.print.PrintedDocument;
import org.vaksam.api.print.PrintedDocument.Block;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.SignedIn;
import org.vaksam.api.text.Text;
import org.vaksam.spi.records.PrintedPart;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.web.Downloads;
import org.vaksam.spi.web.Resources;

/** {@code /api/exports/records/{id}}: a record on paper, with everything that the platform's parts tell of it, as the caller sees it. */
@Component(service = PaperResource.class, property = Resources.PLATFORM + "=exports")
@JakartarsResource
@Path("exports/records")
@SignedIn
public final class PaperResource {
    private static final String PDF = "application/pdf";
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** A document is built in memory: so many at a time, the others wait. */
    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final RecordAccess records;
    private final PdfDocuments documents;
    private final List<PrintedPart> parts;
    private final Access access;
    private final Clock clock;

    @Activate
    public PaperResource(
            @Reference RecordAccess records,
            @Reference PdfDocuments documents,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<PrintedPart> parts,
            @Reference Access access,
            @Reference Clock clock) {
        this.records = records;
        this.documents = documents;
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(PrintedPart::order))
                .toList();
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Path("{record}")
    @Produces(PDF)
    public Response paper(@PathParam("record") String record) throws IOException, InterruptedException {
        RecordRow row = records.require(record);
        PrintedDocument document = document(row);
        var out = new ByteArrayOutputStream();
        places.acquire();
        try {
            documents.write(document, out);
        } finally {
            places.release();
        }
        return Downloads.named(
                Response.ok(out.toByteArray(), PDF).header(HttpHeaders.CACHE_CONTROL, "no-store"),
                row.number() + ".pdf");
    }

    private PrintedDocument document(RecordRow row) {
        Caller caller = access.caller();
        Locale language = caller.language();
        var blocks = new ArrayList<Block>();
        parts.forEach(part -> blocks.addAll(part.of(row, language)));
        String at = MINUTES.format(LocalDateTime.ofInstant(clock.instant(), SwedishTime.ZONE));
        String made = new Text("Utskriven " + at + " av ", "Printed " + at + " by ").in(language) + caller.name();
        String title = row.title().isEmpty() ? row.number() : row.number() + " " + row.title();
        return new PrintedDocument(title, language, "Vaksam", made, false, blocks);
    }
}
