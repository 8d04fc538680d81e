package org.vaksam.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** Headers that every answer carries; whoever answers may override {@code Cache-Control}. */
public final class SecurityHeaders {
    private record Header(String name, String value) {}

    /** The import map of the console's page: the one inline script there is, named by its content. */
    private static final String IMPORT_MAP = "'sha256-ZA6IXcum9yrM+gf/0E+JCCWpsnl1kIxydn10Fjv4SGw='";

    private static final List<Header> ALWAYS = List.of(
            new Header(
                    "Content-Security-Policy",
                    "default-src 'self'; script-src 'self' " + IMPORT_MAP
                            + "; style-src 'self'; img-src 'self' data: blob:; "
                            + "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; "
                            + "frame-ancestors 'none'; form-action 'self'"),
            new Header("X-Content-Type-Options", "nosniff"),
            new Header("Referrer-Policy", "same-origin"),
            new Header(
                    "Permissions-Policy",
                    "accelerometer=(), camera=(self), geolocation=(self), gyroscope=(), microphone=(), payment=(), usb=()"),
            new Header("Cross-Origin-Opener-Policy", "same-origin"),
            new Header("Cross-Origin-Resource-Policy", "same-origin"),
            new Header("Cache-Control", "no-store"));

    private SecurityHeaders() {}

    /** Sets them. */
    public static void apply(HttpServletRequest request, HttpServletResponse response) {
        for (int i = 0; i < ALWAYS.size(); i++) {
            Header header = ALWAYS.get(i);
            response.setHeader(header.name, header.value);
        }
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
