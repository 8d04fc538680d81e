package org.vaksam.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaksam.spi.web.StaticFiles;

/** Files: found, cached, packed; and nothing outside of them. */
class FilesTest {
    private final Path directory;
    private TestServer server;

    FilesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void start() throws Exception {
        server = new TestServer();
        Path site = directory.resolve("site");
        Files.createDirectories(site.resolve("assets"));
        Files.writeString(directory.resolve("secret.txt"), "secret");
        Files.writeString(site.resolve("index.html"), "<h1>console</h1>");
        Files.writeString(site.resolve("assets/app-abc123.js"), "plain");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(site.resolve("assets/app-abc123.js.gz")))) {
            out.write("plain".getBytes(StandardCharsets.UTF_8));
        }
        server.assembled.sites().add("/console/", new Folder(site));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    /** Trusts its caller on purpose: the gateway alone keeps requests inside. */
    private record Folder(Path root) implements StaticFiles {
        @Override
        public Optional<URL> find(String path) {
            Path file = root.resolve(path);
            try {
                return Files.isRegularFile(file) ? Optional.of(file.toUri().toURL()) : Optional.empty();
            } catch (MalformedURLException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean immutable(String path) {
            return path.startsWith("assets/");
        }

        @Override
        public Optional<URL> fallback() {
            return find("index.html");
        }
    }

    @Test
    void theWayHome() throws Exception {
        assertThat(server.get("/").headers().firstValue("Location")).contains("/console/");
        assertThat(server.get("/console").headers().firstValue("Location")).contains("/console/");
        var page = server.get("/console/");
        assertThat(page.body()).contains("console");
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void pagesOfTheApplicationAreItsFirstPage() throws Exception {
        assertThat(server.get("/console/incidents/reports", "Accept", "text/html")
                        .body())
                .contains("console");
        assertThat(server.get("/console/missing.js", "Accept", "text/html").statusCode())
                .isEqualTo(404);
        assertThat(server.get("/console/incidents", "Accept", "application/json")
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.send(server.request("/console/").DELETE()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void filesThatNeverChangeAreKeptForEver() throws Exception {
        var file = server.get("/console/assets/app-abc123.js");
        assertThat(file.body()).isEqualTo("plain");
        assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        String etag = file.headers().firstValue("ETag").orElseThrow();
        assertThat(server.get("/console/assets/app-abc123.js", "If-None-Match", etag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void packedFilesForThoseWhoUnpack() throws Exception {
        var packed = server.get("/console/assets/app-abc123.js", "Accept-Encoding", "gzip, deflate");
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        var refused = server.get("/console/assets/app-abc123.js", "Accept-Encoding", "gzip;q=0");
        assertThat(refused.body()).isEqualTo("plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/../secret.txt",
                "/console/%2e%2e/secret.txt",
                "/console/..%2fsecret.txt",
                "/console/%2e%2e%2fsecret.txt",
                "/console/assets/..%5c..%5csecret.txt",
                "/console//etc/passwd",
                "/console/%2fetc/passwd",
                "/console/..;/secret.txt",
                "/console/assets/%252e%252e/%252e%252e/secret.txt",
                "/console/%00",
                "/console/%",
                "/modules/incidents/1/../../../secret.txt",
                "/modules/incidents/1/%2e%2e/secret.txt",
            })
    void nothingOutside(String path) throws IOException {
        String answer = server.raw("GET " + path);
        assertThat(answer).doesNotContain("secret\n", "root:").matches("(?s)HTTP/1.1 (400|404|302) .*");
        assertThat(answer).doesNotEndWith("secret");
    }

    @Test
    void filesOfModules() throws Exception {
        server.liveModules.files.put(
                "incidents/1.0.0-ab/home.js",
                directory.resolve("site/assets/app-abc123.js").toUri().toURL());
        var file = server.get("/modules/incidents/1.0.0-ab/home.js");
        assertThat(file.body()).isEqualTo("plain");
        assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(server.get("/modules/incidents/1.0.0-cd/home.js").statusCode())
                .isEqualTo(404);
        assertThat(server.get("/modules/incidents").statusCode()).isEqualTo(404);
    }
}
