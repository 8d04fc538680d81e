package org.vaksam.web.files;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vaksam.spi.web.StaticFiles;

/** The files of one service below its prefix, the smallest acceptable form of each. */
final class Site {
    private record Coding(String name, String ending) {}

    private static final List<Coding> CODINGS = List.of(new Coding("br", ".br"), new Coding("gzip", ".gz"));

    private final String prefix;
    private final StaticFiles files;
    private final ETags etags = new ETags();

    Site(String prefix, StaticFiles files) {
        this.prefix = prefix.endsWith("/") ? prefix : prefix + "/";
        this.files = files;
    }

    /** Starts and ends with a slash. */
    String prefix() {
        return prefix;
    }

    /** Whether the path is below the prefix, or the prefix itself without its last slash. */
    boolean covers(String path) {
        return path.startsWith(prefix) || path.length() == prefix.length() - 1 && prefix.startsWith(path);
    }

    boolean belongsTo(StaticFiles service) {
        return files == service;
    }

    /** The file at this path, or the page of the application when a person asks for one of its own addresses. */
    Optional<FileAnswer> find(String path, HttpServletRequest request) throws IOException {
        String name = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
        for (Coding coding : CODINGS) {
            if (accepts(request, coding.name)) {
                Optional<URL> packed = files.find(name + coding.ending);
                if (packed.isPresent()) {
                    return Optional.of(answer(packed.get(), name, coding.name));
                }
            }
        }
        Optional<URL> plain = files.find(name);
        if (plain.isPresent()) {
            return Optional.of(answer(plain.get(), name, ""));
        }
        return isPage(path, request) ? page() : Optional.empty();
    }

    private FileAnswer answer(URL content, String name, String coding) throws IOException {
        return new FileAnswer(content, MediaTypes.of(name), coding, etags.of(content), files.immutable(name));
    }

    private Optional<FileAnswer> page() throws IOException {
        Optional<URL> page = files.fallback();
        if (page.isEmpty()) {
            return Optional.empty();
        }
        URL content = page.get();
        return Optional.of(new FileAnswer(content, MediaTypes.of("index.html"), "", etags.of(content), false));
    }

    private static boolean isPage(String path, HttpServletRequest request) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        String accept = request.getHeader("Accept");
        return last.indexOf('.') < 0 && (accept == null || accept.contains("text/html") || accept.contains("*/*"));
    }

    private static boolean accepts(HttpServletRequest request, String coding) {
        String header = request.getHeader("Accept-Encoding");
        if (header == null) {
            return false;
        }
        for (String range : header.toLowerCase(Locale.ROOT).split(",", 20)) {
            String[] parts = range.split(";", 2);
            if (parts[0].strip().equals(coding)) {
                return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
            }
        }
        return false;
    }
}
