package org.vaksam.spi.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a browser saves instead of showing. */
public final class Downloads {
    private Downloads() {}

    /** The answer under a name, which is plain ASCII without quotes. */
    public static Response named(ResponseBuilder answer, String name) {
        return answer.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** The file under its own name, which is plain ASCII without quotes; its type is what the resource says it produces. */
    public static Response of(Path file) {
        StreamingOutput content = out -> Files.copy(file, out);
        try {
            return named(
                    Response.ok(content).header(HttpHeaders.CONTENT_LENGTH, Files.size(file)),
                    file.getFileName().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
