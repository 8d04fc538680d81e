package org.vaksam.casework.document;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.BodyLimit;
import org.vaksam.api.security.SignedIn;
import org.vaksam.api.text.Text;
import org.vaksam.casework.document.Documents.Seen;
import org.vaksam.casework.document.Documents.Stored;
import org.vaksam.casework.document.store.Document.Version;
import org.vaksam.casework.document.store.DocumentTable;
import org.vaksam.spi.web.EntityTags;
import org.vaksam.spi.web.Resources;

/** {@code /api/documents}: files of records and assets. A file is the body as it is; what is said of it stands in the address. */
@Component(service = DocumentsResource.class, property = Resources.PLATFORM + "=documents")
@JakartarsResource
@Path("documents")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public final class DocumentsResource {
    private final Documents documents;
    private final DocumentRights rights;
    private final DocumentTable table;
    private final DocumentJson json;
    private final DocumentDownload download;

    @Activate
    public DocumentsResource(
            @Reference Documents documents,
            @Reference DocumentRights rights,
            @Reference DocumentTable table,
            @Reference DocumentJson json,
            @Reference DocumentDownload download) {
        this.documents = documents;
        this.rights = rights;
        this.table = table;
        this.json = json;
        this.download = download;
    }

    /** Those of one record or one asset. */
    @GET
    public String list(@QueryParam("record") @Nullable String record, @QueryParam("asset") @Nullable String asset) {
        Standing place = place(record, asset);
        return json.list(place, documents.list(place));
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @BodyLimit(DocumentSettings.LARGEST_BODY)
    public Response add(
            @QueryParam("record") @Nullable String record,
            @QueryParam("asset") @Nullable String asset,
            @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("description") @DefaultValue("") String description,
            @QueryParam("secrecy") @DefaultValue("internal") String secrecy,
            @QueryParam("metadata") @DefaultValue("remove") String metadata,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            InputStream body) {
        Standing place = place(record, asset);
        Upload upload = Uploading.of(place.id(), name, description, secrecy, metadata, key);
        return created(documents.add(place, upload, body));
    }

    /** For a record that is not there yet: waits a day for it. */
    @POST
    @Path("staged")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @BodyLimit(DocumentSettings.LARGEST_BODY)
    public Response stage(
            @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("description") @DefaultValue("") String description,
            @QueryParam("secrecy") @DefaultValue("internal") String secrecy,
            @QueryParam("metadata") @DefaultValue("remove") String metadata,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            InputStream body) {
        Upload upload = Uploading.of("staged", name, description, secrecy, metadata, key);
        return created(documents.add(Standing.ofStaged(), upload, body));
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id) {
        return answer(Response.ok(), documents.find(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String version, byte[] body) {
        return answer(Response.ok(), documents.change(id, EntityTags.required(version), DocumentChange.of(body)));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String version) {
        documents.remove(id, EntityTags.required(version));
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/versions")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @BodyLimit(DocumentSettings.LARGEST_BODY)
    public Response addVersion(
            @PathParam("id") String id,
            @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("metadata") @DefaultValue("remove") String metadata,
            @HeaderParam("If-Match") @Nullable String version,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            InputStream body) {
        Upload upload = Uploading.of(id, name, "", "internal", metadata, key);
        return created(documents.addVersion(id, EntityTags.optional(version), upload, body));
    }

    /** A file to be saved. */
    @GET
    @Path("{id}/content")
    @Produces(MediaType.WILDCARD)
    public Response content(@PathParam("id") String id, @QueryParam("version") @Nullable String number) {
        Seen seen = documents.find(id);
        Version version = version(seen, number);
        documents.downloaded(seen, version);
        return download.content(version);
    }

    @GET
    @Path("{id}/thumbnail")
    @Produces({"image/jpeg", "image/png"})
    public Response thumbnail(@PathParam("id") String id, @QueryParam("version") @Nullable String number) {
        return download.thumbnail(version(documents.find(id), number));
    }

    private Version version(Seen seen, @Nullable String number) {
        String wanted = number == null ? Integer.toString(seen.document().newest()) : number;
        return table.versions(seen.document().id()).stream()
                .filter(version -> Integer.toString(version.number()).equals(wanted))
                .findFirst()
                .orElseThrow(DocumentRights::missing);
    }

    private Standing place(@Nullable String record, @Nullable String asset) {
        if (record != null && asset == null) {
            return rights.ofRecord(record);
        }
        if (asset != null && record == null) {
            return rights.ofAsset(asset);
        }
        throw Problem.badRequest(new Text("Ange record eller asset.", "Name a record or an asset."));
    }

    private Response created(Stored stored) {
        String id = stored.seen().document().id();
        Response.ResponseBuilder response = Response.created(URI.create("/api/documents/" + id));
        return answer(stored.replayed() ? response.header("Idempotent-Replayed", "true") : response, stored.seen());
    }

    private Response answer(Response.ResponseBuilder response, Seen seen) {
        return response.header("ETag", EntityTags.of(seen.document().version()))
                .entity(json.one(seen))
                .build();
    }
}
