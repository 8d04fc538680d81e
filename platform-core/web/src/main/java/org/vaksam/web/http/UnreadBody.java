package org.vaksam.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What nobody has read of a request's body when the answer is there, as when the caller is a stranger. The server closes a
 * connection with such a rest, and the client's next request goes down with it (RFC 9112, section 9.3).
 */
public final class UnreadBody {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadBody.class);
    private static final int MOST = 64 * 1024;

    private UnreadBody() {}

    /** Reads a rest that is short, so that the connection goes on; a client that waits to be asked for it is not asked. */
    public static void skip(HttpServletRequest request) {
        if (request.isAsyncStarted() || request.getHeader("Expect") != null || !mayBeShort(request)) {
            return;
        }
        try {
            request.getInputStream().readNBytes(MOST);
        } catch (IOException | IllegalStateException e) {
            LOG.debug("the rest of a request's body cannot be read", e);
        }
    }

    private static boolean mayBeShort(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length < 0 ? request.getHeader("Transfer-Encoding") != null : length > 0 && length <= MOST;
    }
}
