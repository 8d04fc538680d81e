package org.vaksam.web.gateway;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vaksam.web.files.Sites;

/**
 * From an address to its destination. Works on the path as the client wrote it, just as the applications do, so that no
 * two readings of an encoded path can differ; names of routes are plain characters, an encoded one leads nowhere.
 */
final class Router {
    private static final String API = "/api/";

    private final Tables tables;
    private final Map<String, Direct> fixed;
    private final Direct files;
    private final Sites sites;
    private final MissingModules missing;
    private final Counter nobody;

    /**
     * A router over the routes of the moment.
     *
     * @param fixed exact paths that the gateway answers itself
     * @param files answers everything outside of {@code /api/} that nobody else does
     */
    Router(Tables tables, Map<String, Direct> fixed, Sites files, MissingModules missing, Counters counters) {
        this.tables = tables;
        this.fixed = Map.copyOf(fixed);
        this.files = new Direct(files, Destination.Identity.INDIFFERENT, counters.of("static"));
        this.sites = files;
        this.missing = missing;
        this.nobody = counters.of("none");
    }

    /** Null when whoever answers will be there in a moment. */
    @Nullable
    Destination find(String path) {
        RouteTable now = tables.current();
        if (!path.startsWith(API)) {
            LiveEndpoint root = now.root().get(segment(path, 1));
            return root == null ? file(path) : root;
        }
        String segment = segment(path, API.length());
        LiveEndpoint endpoint = now.api(segment);
        if (endpoint != null) {
            return endpoint;
        }
        Direct own = fixed.get(path);
        if (own != null) {
            return own;
        }
        return missing.problem(segment)
                .map(problem -> Direct.problem(problem, nobody))
                .orElse(null);
    }

    /** While the platform starts, whoever has the file may not be there yet. */
    private @Nullable Destination file(String path) {
        return sites.knows(path) || !missing.starting() ? files : null;
    }

    private static String segment(String path, int from) {
        int end = path.indexOf('/', from);
        return path.substring(Math.min(from, path.length()), end < 0 ? path.length() : end);
    }
}
