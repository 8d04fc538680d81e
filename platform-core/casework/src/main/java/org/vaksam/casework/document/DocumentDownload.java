package org.vaksam.casework.document;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.casework.document.picture.Thumbnails.Thumbnail;
import org.vaksam.casework.document.store.ContentTable;
import org.vaksam.casework.document.store.Document.Version;

/** Content on its way out: to be saved, never a page of ours. */
@Component(service = DocumentDownload.class)
public final class DocumentDownload {
    private static final String POLICY = "sandbox; default-src 'none'";

    private final ContentTable contents;

    @Activate
    public DocumentDownload(@Reference ContentTable contents) {
        this.contents = contents;
    }

    Response content(Version version) {
        StreamingOutput content = out -> contents.copy(version.sha256(), version.bytes(), out);
        return guarded(Response.ok(content, version.mediaType()))
                .header(HttpHeaders.CONTENT_LENGTH, version.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; " + name(version.name()))
                .header("Repr-Digest", "sha-256=:" + base64(version.sha256()) + ":")
                .build();
    }

    /** The small copy that we have made; 404 where there is none. */
    Response thumbnail(Version version) {
        Thumbnail small = contents.thumbnail(version.sha256()).orElseThrow(DocumentRights::missing);
        return guarded(Response.ok(small.bytes(), small.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .build();
    }

    private static Response.ResponseBuilder guarded(Response.ResponseBuilder answer) {
        return answer.header("Content-Security-Policy", POLICY).header("X-Content-Type-Options", "nosniff");
    }

    /** In ASCII, and as it is (RFC 6266, RFC 8187). */
    private static String name(String name) {
        String plain = name.replaceAll("[^\\x20-\\x7e]|[\"\\\\%]", "_");
        String whole = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "filename=\"" + plain + "\"; filename*=UTF-8''" + whole;
    }

    private static String base64(String sha256) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
    }
}
