package org.vaksam.web.files;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import org.vaksam.web.problem.Problems;

/**
 * One file, about to be sent.
 *
 * @param content   where it is
 * @param type      media type
 * @param encoding  content coding, empty for none
 * @param etag      with its quotes
 * @param immutable the address never gets another content
 */
record FileAnswer(URL content, String type, String encoding, String etag, boolean immutable) {
    private static final String FOREVER = "public, max-age=31536000, immutable";

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", immutable ? FOREVER : "no-cache");
        response.setHeader("ETag", etag);
        response.setHeader("Vary", "Accept-Encoding");
        if (unchanged(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(type);
        if (!encoding.isEmpty()) {
            response.setHeader("Content-Encoding", encoding);
        }
        URLConnection connection = content.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            long length = connection.getContentLengthLong();
            if (length >= 0) {
                response.setContentLengthLong(length);
            }
            if (!"HEAD".equals(request.getMethod())) {
                in.transferTo(response.getOutputStream());
            }
        }
    }

    private boolean unchanged(String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String tag : ifNoneMatch.split(",", -1)) {
            String known = tag.strip();
            if (known.equals("*") || known.equals(etag) || known.equals("W/" + etag)) {
                return true;
            }
        }
        return false;
    }

    /** Throws the problem of any method but these two. */
    static void onlyReading(HttpServletRequest request) {
        String method = request.getMethod();
        if (!"GET".equals(method) && !"HEAD".equals(method)) {
            throw Problems.methodNotAllowed("GET, HEAD");
        }
    }
}
