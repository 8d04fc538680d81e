package org.vaksam.security.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Caller.Kind;
import org.vaksam.api.text.Text;
import org.vaksam.spi.security.Authenticator;

/** Recognises session cookies, bearer tokens and the operator's key. */
@Component(service = Authenticator.class)
public final class RequestAuthenticator implements Authenticator {
    /** Name of the session cookie. */
    public static final String COOKIE = "vaksam-session";

    /** Header that a session sends with everything that changes something. */
    public static final String CSRF_HEADER = "X-CSRF-Token";

    private static final String BEARER = "bearer ";
    private static final int LONGEST_SECRET = 200;
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final ThreadCaller threadCaller;
    private final Identities identities;
    private final OperatorKey operatorKey;

    @Activate
    public RequestAuthenticator(
            @Reference ThreadCaller threadCaller,
            @Reference Identities identities,
            @Reference OperatorKey operatorKey) {
        this.threadCaller = threadCaller;
        this.identities = identities;
        this.operatorKey = operatorKey;
    }

    @Override
    public Caller authenticate(HttpServletRequest request) {
        Locale language = Languages.of(request.getHeader("Accept-Language"));
        Optional<String> bearer = bearer(request.getHeader("Authorization"));
        if (bearer.isPresent()) {
            return byToken(request, bearer.get(), language);
        }
        Optional<Identity> session = cookie(request).flatMap(identities::bySession);
        if (session.isEmpty() || (needsNobody(request) && !csrfHolds(request, session.get()))) {
            return Caller.anonymous(language);
        }
        if (!HARMLESS.contains(request.getMethod()) && !csrfHolds(request, session.get())) {
            throw csrf();
        }
        return session.get().caller(language);
    }

    @Override
    public Binding bind(Caller caller) {
        return threadCaller.bind(caller);
    }

    private Caller byToken(HttpServletRequest request, String token, Locale language) {
        if (operatorKey.opens(token, request.getMethod(), request.getRequestURI())) {
            return new Caller(Kind.TOKEN, Optional.empty(), "operator", Set.of("*"), language);
        }
        return identities
                .byToken(token)
                .map(identity -> identity.caller(language))
                .orElseThrow(RequestAuthenticator::badToken);
    }

    /** The token of an {@code Authorization} header, if it carries one. */
    public static Optional<String> bearer(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        String token = header.substring(BEARER.length()).strip();
        return Optional.of(token.length() > LONGEST_SECRET ? "" : token);
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (COOKIE.equals(cookie.getName()) && cookie.getValue().length() <= LONGEST_SECRET) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    /**
     * Signing in proves who somebody is by itself, and forms of public pages are sent by nobody in particular: a session is no
     * hindrance to either, and counts for nothing without its token.
     */
    private static boolean needsNobody(HttpServletRequest request) {
        String address = request.getRequestURI();
        return "POST".equals(request.getMethod())
                && (!address.startsWith("/api/")
                        || "/api/session".equals(address)
                        || address.startsWith("/api/sign-in/"));
    }

    private static boolean csrfHolds(HttpServletRequest request, Identity session) {
        String sent = request.getHeader(CSRF_HEADER);
        return sent != null
                && session.csrf().filter(right -> Secrets.same(right, sent)).isPresent();
    }

    private static Problem badToken() {
        return Problem.of(
                        "not-signed-in",
                        401,
                        new Text("Inte inloggad", "Not signed in"),
                        new Text(
                                "Token är okänd, har gått ut eller är återkallad.",
                                "The token is unknown, has expired or was revoked."))
                .withNext(new Text("Skapa en ny token.", "Create a new token."));
    }

    private static Problem csrf() {
        return Problem.of(
                        "csrf",
                        403,
                        new Text("Begäran saknar skydd", "Request is not protected"),
                        new Text(
                                "Huvudet X-CSRF-Token saknas eller hör inte till sessionen.",
                                "The header X-CSRF-Token is missing or does not belong to the session."))
                .withNext(new Text(
                        "Hämta värdet med GET /api/session och skicka med det.",
                        "Get the value with GET /api/session and send it along."));
    }
}
