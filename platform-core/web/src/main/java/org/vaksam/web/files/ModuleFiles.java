package org.vaksam.web.files;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import java.util.Optional;
import java.util.function.Supplier;
import org.vaksam.spi.kernel.LiveModules;
import org.vaksam.web.http.Exchange;
import org.vaksam.web.http.Handler;
import org.vaksam.web.problem.Problems;

/** {@code /modules/{id}/{revision}/…}: the web files of live revisions. A revision is named by its content, so they never change. */
public final class ModuleFiles implements Handler {
    static final String PREFIX = "/modules/";

    private final Supplier<Optional<LiveModules>> modules;

    public ModuleFiles(Supplier<Optional<LiveModules>> modules) {
        this.modules = modules;
    }

    @Override
    public void handle(Exchange exchange, HttpServletResponse response) throws IOException {
        String[] parts = exchange.getRequestURI().substring(PREFIX.length()).split("/", 3);
        FileAnswer answer = Optional.of(parts)
                .filter(segments -> segments.length == 3 && !segments[2].isEmpty())
                .flatMap(segments -> find(segments[0], segments[1], segments[2]))
                .orElseThrow(Problems::noSuchAddress);
        answer.send(exchange, response);
    }

    private Optional<FileAnswer> find(String module, String revision, String encoded) {
        return FilePath.of(encoded).filter(path -> !path.endsWith("/")).flatMap(path -> modules.get()
                .flatMap(live -> live.webFile(module, revision, path))
                .map(content -> answer(content, path, revision)));
    }

    private static FileAnswer answer(URL content, String path, String revision) {
        String tag = '"' + revision.replaceAll("[^A-Za-z0-9._-]", "") + '"';
        return new FileAnswer(content, MediaTypes.of(path), "", tag, true);
    }
}
