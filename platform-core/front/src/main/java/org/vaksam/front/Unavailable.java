package org.vaksam.front;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The answer when the waiting was in vain. */
final class Unavailable {
    private Unavailable() {}

    static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = UUID.randomUUID().toString();
        var reader = Reader.of(request.getHeader("Accept-Language"));
        byte[] body = Refusal.UNAVAILABLE.document(id, reader).getBytes(StandardCharsets.UTF_8);
        response.setStatus(Refusal.UNAVAILABLE.status());
        Refusal.UNAVAILABLE.headers(id, reader, response::setHeader);
        response.setContentType(Refusal.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
