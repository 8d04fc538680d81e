package org.vaksam.security.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.security.account.Visitor;
import org.vaksam.spi.web.RemoteAddress;

/** Whoever asks, before it is known who they are. */
final class Visitors {
    private Visitors() {}

    /** Who is asking, with the session cookie that came along. */
    static Visitor of(HttpServletRequest request, @Nullable String cookie) {
        String agent = request.getHeader("User-Agent");
        return new Visitor(RemoteAddress.of(request), agent == null ? "" : agent, Optional.ofNullable(cookie));
    }
}
