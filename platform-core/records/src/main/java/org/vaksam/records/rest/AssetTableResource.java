package org.vaksam.records.rest;

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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.BodyLimit;
import org.vaksam.api.security.SignedIn;
import org.vaksam.api.text.Text;
import org.vaksam.records.asset.AssetExport;
import org.vaksam.records.asset.AssetImport;
import org.vaksam.spi.exchange.TableFiles;
import org.vaksam.spi.exchange.TableFiles.Format;
import org.vaksam.spi.web.Downloads;
import org.vaksam.spi.web.Resources;

/** {@code /api/assets/table}: many assets at once, out and in, as CSV or XLSX. */
@Component(service = AssetTableResource.class, property = Resources.PLATFORM + "=assets")
@JakartarsResource
@Path("assets/table")
@SignedIn
public final class AssetTableResource {
    private static final long LARGEST = 50L << 20;

    private final AssetExport export;
    private final AssetImport imports;
    private final TableFiles files;

    @Activate
    public AssetTableResource(
            @Reference AssetExport export, @Reference AssetImport imports, @Reference TableFiles files) {
        this.export = export;
        this.imports = imports;
        this.files = files;
    }

    @GET
    @Produces({"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    public Response export(
            @QueryParam("format") @DefaultValue("csv") String name,
            @QueryParam("type") @Nullable String type,
            @QueryParam("unit") @Nullable String unit) {
        Format format = List.of(Format.values()).stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        new Text("Formatet ska vara csv eller xlsx.", "The format must be csv or xlsx.")));
        List<List<String>> rows = export.rows(Optional.ofNullable(type), Optional.ofNullable(unit));
        StreamingOutput content = out -> files.write(format, rows, out);
        return Downloads.named(Response.ok(content, format.mediaType()), "assets." + name);
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    @BodyLimit(LARGEST)
    public AssetImport.Preview importFile(
            @QueryParam("preview") @DefaultValue("false") boolean preview, InputStream body) throws IOException {
        return imports.run(files.read(body), preview);
    }
}
