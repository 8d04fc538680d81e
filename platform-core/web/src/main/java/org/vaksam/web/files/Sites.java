package org.vaksam.web.files;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.vaksam.spi.web.StaticFiles;
import org.vaksam.web.http.Exchange;
import org.vaksam.web.http.Handler;
import org.vaksam.web.problem.Problems;

/** All files outside of {@code /api/}: those of services by prefix, those of modules; and the way from {@code /} to the console. */
public final class Sites implements Handler {
    private static final String HOME = "/console/";

    private final AtomicReference<List<Site>> sites = new AtomicReference<>(List.of());
    private final ModuleFiles modules;

    public Sites(ModuleFiles modules) {
        this.modules = modules;
    }

    /** Serves these files from now on; longer prefixes come first. */
    public void add(String prefix, StaticFiles files) {
        var site = new Site(prefix, files);
        sites.updateAndGet(before -> Stream.concat(before.stream(), Stream.of(site))
                .sorted(Comparator.comparingInt((Site s) -> s.prefix().length()).reversed())
                .toList());
    }

    /** Serves them no longer. */
    public void remove(StaticFiles files) {
        sites.updateAndGet(
                before -> before.stream().filter(site -> !site.belongsTo(files)).toList());
    }

    /** Whether somebody answers this path, if only to say that there is no such file. */
    public boolean knows(String path) {
        return path.equals("/")
                || path.startsWith(ModuleFiles.PREFIX)
                || current().stream().anyMatch(site -> site.covers(path));
    }

    private List<Site> current() {
        return Objects.requireNonNull(sites.get());
    }

    @Override
    public void handle(Exchange exchange, HttpServletResponse response) throws IOException {
        String path = exchange.getRequestURI();
        FileAnswer.onlyReading(exchange);
        if (path.equals("/")) {
            redirect(HOME, response);
            return;
        }
        if (path.startsWith(ModuleFiles.PREFIX)) {
            modules.handle(exchange, response);
            return;
        }
        for (Site site : current()) {
            if (!site.covers(path)) {
                continue;
            }
            if (path.length() < site.prefix().length()) {
                redirect(site.prefix(), response);
            } else {
                file(site, path, exchange).send(exchange, response);
            }
            return;
        }
        throw Problems.noSuchAddress();
    }

    private static FileAnswer file(Site site, String path, Exchange exchange) throws IOException {
        Optional<String> below = FilePath.of(path.substring(site.prefix().length()));
        return (below.isEmpty() ? Optional.<FileAnswer>empty() : site.find(below.get(), exchange))
                .orElseThrow(Problems::noSuchAddress);
    }

    private static void redirect(String to, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", to);
    }
}
