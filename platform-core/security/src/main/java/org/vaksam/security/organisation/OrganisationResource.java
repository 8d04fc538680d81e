package org.vaksam.security.organisation;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.BodyLimit;
import org.vaksam.api.security.Requires;
import org.vaksam.api.security.SignedIn;
import org.vaksam.api.text.Text;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.spi.exchange.TableFiles;
import org.vaksam.spi.exchange.TableFiles.Format;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.web.Downloads;
import org.vaksam.spi.web.Resources;

/** {@code /api/organisation}: all units at once, out and in. */
@Component(service = OrganisationResource.class, property = Resources.PLATFORM + "=organisation")
@JakartarsResource
@Path("organisation")
public final class OrganisationResource {
    private static final long LARGEST = 50L << 20;

    private final UnitDirectory directory;
    private final Reorganiser reorganiser;
    private final Accounts accounts;
    private final TableFiles files;

    @Activate
    public OrganisationResource(
            @Reference UnitDirectory directory,
            @Reference Reorganiser reorganiser,
            @Reference Accounts accounts,
            @Reference TableFiles files) {
        this.directory = directory;
        this.reorganiser = reorganiser;
        this.accounts = accounts;
        this.files = files;
    }

    /** The units of a day as a file that can be imported again. */
    @GET
    @Path("export")
    @SignedIn
    @Produces({"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    public Response export(
            @QueryParam("format") @DefaultValue("csv") String name, @QueryParam("on") @DefaultValue("") String on) {
        Format format = format(name);
        LocalDate day = Days.read(on, directory.today());
        List<List<String>> rows = UnitTable.rows(directory.tree(day));
        StreamingOutput content = out -> files.write(format, rows, out);
        String file = "organisation-" + day + "." + format.name().toLowerCase(Locale.ROOT);
        return Downloads.named(Response.ok(content, format.mediaType()), file);
    }

    /** A file, CSV or XLSX. */
    @POST
    @Path("import")
    @Requires(PlatformRoles.MANAGE_ORGANISATION)
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    @BodyLimit(LARGEST)
    public Preview importFile(
            @QueryParam("on") @DefaultValue("") String on,
            @QueryParam("whole") @DefaultValue("false") boolean whole,
            @QueryParam("preview") @DefaultValue("false") boolean preview,
            InputStream body)
            throws IOException {
        return reorganise(UnitTable.lines(files.read(body)), on, whole, preview);
    }

    /** {@code {"items": [{…}]}}, each with members named as the columns; {@code name} may be {@code {"sv", "en"}}. */
    @POST
    @Path("import")
    @Requires(PlatformRoles.MANAGE_ORGANISATION)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @BodyLimit(LARGEST)
    public Preview importItems(
            @QueryParam("on") @DefaultValue("") String on,
            @QueryParam("whole") @DefaultValue("false") boolean whole,
            @QueryParam("preview") @DefaultValue("false") boolean preview,
            @Nullable Map<String, @Nullable Object> body) {
        return reorganise(UnitItems.lines(body), on, whole, preview);
    }

    private Preview reorganise(List<UnitTable.Line> lines, String on, boolean whole, boolean preview) {
        var plan = new UnitImport(lines, Days.read(on, directory.today()), whole, accounts);
        Preview planned = reorganiser.preview(plan);
        if (!preview) {
            reorganiser.carryOut(plan);
        }
        return planned;
    }

    private static Format format(String name) {
        return List.of(Format.values()).stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        new Text("Formatet ska vara csv eller xlsx.", "The format must be csv or xlsx.")));
    }
}
