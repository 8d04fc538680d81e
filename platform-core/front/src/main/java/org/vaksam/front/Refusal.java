package org.vaksam.front;

import java.util.function.BiConsumer;
import org.vaksam.api.text.Text;

/** What is answered where the gateway was not asked: its problem documents, without it. */
enum Refusal {
    /** The request is not HTTP, or has an address that could be read in two ways. */
    MALFORMED(
            400,
            "bad-request",
            new Text("Anropet går inte att tolka", "The request cannot be understood"),
            new Text(
                    "Anropet följer inte HTTP, eller så har adressen ett kodat snedstreck (%2F) eller något annat som kan läsas på två sätt.",
                    "The request does not follow HTTP, or its address has an encoded slash (%2F) or something else that can be read in two ways."),
            new Text(
                    "Rätta adressen och huvudena. Värden med snedstreck hör hemma i frågan efter ?.",
                    "Correct the address and the headers. Values with slashes belong in the query after ?.")),
    /** The address alone is more than the headers may be. */
    ADDRESS_TOO_LONG(
            414,
            "address-too-long",
            new Text("För lång adress", "The address is too long"),
            new Text("Adressen är längre än vad som tas emot.", "The address is longer than what is accepted."),
            new Text("Använd färre filter.", "Use fewer filters.")),
    /** Headers are more than the limit. */
    HEADERS_TOO_LARGE(
            431,
            "headers-too-large",
            new Text("För stora huvuden", "The headers are too large"),
            new Text("Anropets huvuden är större än 16 KiB.", "The headers of the request are larger than 16 KiB."),
            new Text("Skicka färre kakor och kortare huvuden.", "Send fewer cookies and shorter headers.")),
    /** A fault on this side. */
    INTERNAL(
            500,
            "internal",
            new Text("Fel i plattformen", "A fault in the platform"),
            new Text("Något gick fel hos oss.", "Something went wrong on our side."),
            new Text(
                    "Försök igen. Om det händer igen: lämna anropets nummer till den som sköter driften.",
                    "Try again. If it happens again, give the number of the request to whoever runs the platform.")),
    /** Whoever answers is not there. */
    UNAVAILABLE(
            503,
            "unavailable",
            new Text("Inte tillgängligt just nu", "Not available right now"),
            new Text("Plattformen startar eller uppdateras.", "The platform is starting or being updated."),
            new Text("Försök igen om några sekunder.", "Try again in a few seconds."));

    static final String MEDIA_TYPE = "application/problem+json";
    private static final String DOCUMENT =
            """
            {"type":"urn:vaksam:problem:%s","title":"%s","status":%d,"detail":"%s",\
            "instance":"urn:vaksam:request:%s","next":"%s"}""";

    private final int status;
    private final String slug;
    private final Text title;
    private final Text detail;
    private final Text next;

    Refusal(int status, String slug, Text title, Text detail, Text next) {
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.detail = detail;
        this.next = next;
    }

    /** For what the container says by itself; it knows an address nowhere only as long as the front is not there. */
    static Refusal of(int status) {
        return switch (status) {
            case 404, 503 -> UNAVAILABLE;
            case 414 -> ADDRESS_TOO_LONG;
            case 431 -> HEADERS_TOO_LARGE;
            case 500 -> INTERNAL;
            default -> MALFORMED;
        };
    }

    int status() {
        return status;
    }

    String document(String request, Reader reader) {
        return DOCUMENT.formatted(slug, reader.read(title), status, reader.read(detail), request, reader.read(next));
    }

    void headers(String request, Reader reader, BiConsumer<String, String> header) {
        header.accept("X-Request-Id", request);
        header.accept("X-Content-Type-Options", "nosniff");
        header.accept("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        header.accept("Cache-Control", "no-store");
        header.accept("Content-Language", reader.language());
        if (this == UNAVAILABLE) {
            header.accept("Retry-After", "5");
        }
    }
}
