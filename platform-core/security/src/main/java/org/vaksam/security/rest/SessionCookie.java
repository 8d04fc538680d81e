package org.vaksam.security.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.security.access.Identities;
import org.vaksam.security.access.Identity;
import org.vaksam.security.access.RequestAuthenticator;
import org.vaksam.security.account.SessionOpener.Opened;
import org.vaksam.spi.web.RemoteAddress;

/** The cookie of a session: how it is given, taken back and read. */
final class SessionCookie {
    private SessionCookie() {}

    /** The answer to whoever has just signed in. */
    static Response answer(Opened opened, Object body, HttpServletRequest request) {
        return Response.ok(body)
                .header("Set-Cookie", of(opened, request))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Kept from scripts, other sites and open lines. */
    static String of(Opened opened, HttpServletRequest request) {
        return cookie(opened.cookie(), "", request);
    }

    /** Takes it back. */
    static String none(HttpServletRequest request) {
        return cookie("", "; Max-Age=0", request);
    }

    private static String cookie(String value, String more, HttpServletRequest request) {
        String secure = RemoteAddress.isSecure(request) ? "; Secure" : "";
        return RequestAuthenticator.COOKIE + "=" + value + "; Path=/; HttpOnly; SameSite=Strict" + secure + more;
    }

    /** The caller's session; refused (403) when the caller came with a token. */
    static Identity person(Optional<String> cookie, Access access, Identities identities) {
        return Optional.of(access.caller())
                .filter(caller -> caller.kind() == Caller.Kind.SESSION)
                .flatMap(caller -> cookie)
                .flatMap(identities::bySession)
                .orElseThrow(SessionCookie::onlyPeople);
    }

    private static Problem onlyPeople() {
        return Problem.of(
                "forbidden",
                403,
                new Text("Saknar behörighet", "Not permitted"),
                new Text(
                        "Det här görs av den som är inloggad, inte med en token.",
                        "This is done by whoever is signed in, not with a token."));
    }
}
