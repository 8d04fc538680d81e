package org.vaksam.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.vaksam.launcher.cli.Failure;
import org.vaksam.launcher.cli.Output;

/** Waits until the platform is ready, and says where it is and, once, who its first administrator is. */
final class Readiness {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI base;
    private final Path runDirectory;
    private final Output output;

    Readiness(URI base, Path runDirectory, Output output) {
        this.base = base;
        this.runDirectory = runDirectory;
        this.output = output;
    }

    /** Waits at most so many seconds; 0 asks once. */
    int await(int seconds) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (!isReady()) {
            if (System.nanoTime() > end) {
                output.line("Not ready at " + base);
                return Failure.UNREACHABLE;
            }
            Thread.sleep(200);
        }
        output.line("Vaksam is ready: " + base.resolve("/console/"));
        showFirstAdministrator();
        return 0;
    }

    private boolean isReady() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(base.resolve("/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void showFirstAdministrator() {
        Path file = runDirectory.resolve("first-administrator");
        try {
            if (Files.isReadable(file)) {
                JsonNode first = JSON.readTree(Files.readString(file));
                output.line("First administrator: " + first.path("username").asText());
                output.line("Password:            " + first.path("password").asText()
                        + "   (shown once: change it after signing in)");
                Files.delete(file);
            }
        } catch (IOException e) {
            output.line("The first administrator's password is in " + file + ", which could not be read: " + e);
        }
    }
}
