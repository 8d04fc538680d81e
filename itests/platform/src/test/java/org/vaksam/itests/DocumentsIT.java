package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vaksam.itests.support.Answer;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.Rest;
import org.vaksam.testkit.Waiting;

/** A file on a record comes back as it was, tells nobody where it was taken, and is never a page. */
class DocumentsIT {
    private static final String SECRET = "N59.3293-E18.0686";
    private static final String OCTETS = "application/octet-stream";

    private static Distribution vaksam;
    private static Rest rest;
    private static String record;

    @BeforeAll
    static void start() {
        vaksam = Work.journey(DocumentsIT.class);
        rest = vaksam.rest();
        rest.install("incidents");
        record = rest.post("/api/incidents/reports", "{\"kind\":\"theft\",\"title\":\"Stulen cykel\"}")
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    @AfterAll
    static void stop() {
        vaksam.close();
    }

    @Test
    void photoIsStoredWithoutItsPlaceAndHasASmallCopy() throws Exception {
        JsonNode made = upload("?record=" + record + "&name=foto.jpg", photo())
                .expect(201)
                .json();
        assertThat(made.at("/newest/metadata").asText()).isEqualTo("removed");
        HttpResponse<byte[]> file = fetch(made.at("/newest/content").asText(), rest.token());
        assertThat(new String(file.body(), StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment;");
        assertThat(file.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(file.headers().allValues("Content-Security-Policy")).containsExactly("sandbox; default-src 'none'");
        HttpResponse<byte[]> small = fetch(made.at("/newest/thumbnail").asText(), rest.token());
        assertThat(small.statusCode()).isEqualTo(200);
        assertThat(small.headers().firstValue("Content-Type")).contains("image/jpeg");
    }

    @Test
    void largeFileComesBackByteByByteAndKeepsItsVersions() throws Exception {
        byte[] large = new byte[20 << 20];
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, large, 0, 8);
        String id = upload("?record=" + record + "&name=plan.pdf", large)
                .expect(201)
                .json()
                .path("id")
                .asText();
        upload("/" + id + "/versions?name=plan2.pdf", "%PDF-1.7 kort".getBytes(StandardCharsets.US_ASCII))
                .expect(201);
        String content = "/api/documents/" + id + "/content";
        assertThat(fetch(content + "?version=1", rest.token()).body()).isEqualTo(large);
        assertThat(fetch(content, rest.token()).body()).hasSize(13);
        assertThat(rest.get("/api/incidents/reports/" + record + "/history").text())
                .contains("document.added")
                .contains("document.versioned");
    }

    @Test
    void whatIsNotWhatItSaysIsRefused() throws IOException {
        assertThat(upload("?record=" + record + "&name=foto.jpg", "MZ\u0090\0".getBytes(StandardCharsets.ISO_8859_1))
                        .status())
                .isEqualTo(415);
        assertThat(upload("?record=" + record + "&name=a.txt", new byte[(50 << 20) + 1])
                        .status())
                .isEqualTo(413);
        assertThat(upload("?record=" + record + "&name=a.txt", new byte[0]).status())
                .isEqualTo(422);
    }

    @Test
    void whatFilesSayIsFoundAndWhatCannotBeReadSaysSo() throws Exception {
        String pdf =
                """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R\
                /Resources<</Font<</F 5 0 R>>>>>>endobj
                4 0 obj<</Length 44>>stream
                BT /F 12 Tf 50 200 Td (Kvarglomd kofot) Tj ET
                endstream endobj
                5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
                trailer<</Root 1 0 R>>
                %%EOF
                """;
        String read = upload("?record=" + record + "&name=rapport.pdf", pdf.getBytes(StandardCharsets.US_ASCII))
                .expect(201)
                .json()
                .path("id")
                .asText();
        String broken = upload(
                        "?record=" + record + "&name=trasig.pdf", "%PDF-1.7 slut".getBytes(StandardCharsets.US_ASCII))
                .expect(201)
                .json()
                .path("id")
                .asText();

        Waiting.until(() -> text(read).equals("read") && text(broken).equals("broken"), "the text of files");
        Waiting.until(() -> found("%22kvarglomd+kofot%22") == 1, "the index");

        assertThat(found("kofoten")).isEqualTo(1);
        assertThat(rest.get("/api/incidents/reports/" + record + "/history").text())
                .contains("document.text-read");
    }

    private static int found(String words) {
        return rest.get("/api/search?q=" + words)
                .expect(200)
                .json()
                .path("total")
                .asInt();
    }

    private static String text(String document) {
        return rest.get("/api/documents/" + document)
                .expect(200)
                .json()
                .at("/newest/text")
                .asText();
    }

    @Test
    void strangersAndOthersFindNothing() throws Exception {
        String id = upload("/staged?name=a.txt", "text".getBytes(StandardCharsets.US_ASCII))
                .expect(201)
                .json()
                .path("id")
                .asText();
        String other = rest.post("/api/tokens", "{\"name\":\"other\",\"permissions\":[\"platform:assets:read\"]}")
                .expect(201)
                .json()
                .path("token")
                .asText();
        assertThat(fetch("/api/documents/" + id + "/content", "nobody").statusCode())
                .isEqualTo(401);
        assertThat(fetch("/api/documents/" + id, rest.token()).statusCode()).isEqualTo(200);
        Rest stranger = Rest.with(vaksam.url(), other);
        assertThat(stranger.get("/api/documents?record=" + record).status()).isEqualTo(404);
        String listed = rest.get("/api/documents?record=" + record).expect(200).text();
        assertThat(listed).doesNotContain(id);
    }

    private static Answer upload(String address, byte[] content) throws IOException {
        Path file = Files.createTempFile(vaksam.data(), "upload", ".tmp");
        try {
            Files.write(file, content);
            return rest.upload("/api/documents" + address, file, OCTETS);
        } finally {
            Files.delete(file);
        }
    }

    private static HttpResponse<byte[]> fetch(String address, String token) throws Exception {
        URI there = vaksam.url().resolve(address);
        var request = HttpRequest.newBuilder(there).header("Authorization", "Bearer " + token);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    private static byte[] photo() throws IOException {
        var plain = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "jpeg", plain);
        var photo = new ByteArrayOutputStream();
        var out = new DataOutputStream(photo);
        out.write(plain.toByteArray(), 0, 2);
        String exif = "Exif\0\0MM\0*\0\0\0\10\0\0" + SECRET;
        out.writeShort(0xFFE1);
        out.writeShort(exif.length() + 2);
        out.writeBytes(exif);
        out.write(plain.toByteArray(), 2, plain.size() - 2);
        return photo.toByteArray();
    }
}
