package org.vaksam.front;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** The answer when the waiting was in vain: the gateway's problem document, without the gateway. */
final class Unavailable {
    private static final String DOCUMENT =
            """
            {"type":"urn:vaksam:problem:unavailable","title":"%s","status":503,"detail":"%s",\
            "instance":"urn:vaksam:request:%s","next":"%s"}""";

    private Unavailable() {}

    static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = UUID.randomUUID().toString();
        boolean english = prefersEnglish(request.getHeader("Accept-Language"));
        byte[] body = (english
                        ? DOCUMENT.formatted(
                                "Not available right now",
                                "The platform is starting or being updated.",
                                id,
                                "Try again in a few seconds.")
                        : DOCUMENT.formatted(
                                "Inte tillgängligt just nu",
                                "Plattformen startar eller uppdateras.",
                                id,
                                "Försök igen om några sekunder."))
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "5");
        response.setHeader("X-Request-Id", id);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Language", english ? "en" : "sv");
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean prefersEnglish(String acceptLanguage) {
        return acceptLanguage != null
                && acceptLanguage.strip().toLowerCase(Locale.ROOT).startsWith("en");
    }
}
