package org.vaksam.front;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers with problem documents what the container refuses before any servlet sees it. */
final class ContainerErrors implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var refusal = Refusal.of(response.getStatus());
        String id = UUID.randomUUID().toString();
        var reader = Reader.of(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
        byte[] body = refusal.document(id, reader).getBytes(StandardCharsets.UTF_8);
        response.setStatus(refusal.status());
        HttpFields.Mutable headers = response.getHeaders();
        refusal.headers(id, reader, headers::put);
        headers.put(HttpHeader.CONTENT_TYPE, Refusal.MEDIA_TYPE);
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
