package org.vaksam.spi.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a browser saves instead of showing. */
public final class Downloads {
    private Downloads() {}

    /** The file under its own name, which is plain ASCII without quotes; its type is what the resource says it produces. */
    public static Response of(Path file) {
        StreamingOutput content = out -> Files.copy(file, out);
        try {
            return Response.ok(content)
                    .header(HttpHeaders.CONTENT_LENGTH, Files.size(file))
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.getFileName() + "\"")
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
