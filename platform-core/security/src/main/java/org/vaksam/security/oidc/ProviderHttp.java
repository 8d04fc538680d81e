package org.vaksam.security.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the identity provider: never for long, never for much, and following it nowhere else. */
final class ProviderHttp {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 1 << 20;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Map<String, @Nullable Object> get(URI address) throws OidcException {
        return send(HttpRequest.newBuilder(address).GET());
    }

    Map<String, @Nullable Object> post(URI address, Map<String, String> form, Map<String, String> headers)
            throws OidcException {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)));
        headers.forEach(request::header);
        return send(request);
    }

    /** As in a form or a query. */
    static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Map<String, @Nullable Object> send(HttpRequest.Builder request) throws OidcException {
        HttpRequest ready =
                request.timeout(PATIENCE).header("Accept", "application/json").build();
        try {
            HttpResponse<InputStream> answer = client.send(ready, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                String text = new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
                if (answer.statusCode() != 200) {
                    throw new OidcException(ready.uri() + " answered " + answer.statusCode());
                }
                return JSONObjectUtils.parse(text);
            }
        } catch (IOException | ParseException e) {
            throw new OidcException(ready.uri() + " gave no usable answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OidcException(ready.uri() + " was not waited for", e);
        }
    }
}
