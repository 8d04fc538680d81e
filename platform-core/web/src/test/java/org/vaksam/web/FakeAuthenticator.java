package org.vaksam.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.spi.security.Authenticator;

/** Knows callers by {@code Authorization: Bearer name:permission,permission}. */
public final class FakeAuthenticator implements Authenticator {
    private final ThreadLocal<Caller> bound = new ThreadLocal<>();

    public Optional<Caller> bound() {
        return Optional.ofNullable(bound.get());
    }

    @Override
    public Caller authenticate(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            return Caller.anonymous(Locale.forLanguageTag("sv"));
        }
        String[] words = header.substring("Bearer ".length()).split(":", 2);
        if (words.length < 2) {
            throw Problem.of(
                    "not-signed-in", 401, new Text("Inte inloggad", "Not signed in"), new Text("Okänd", "Unknown"));
        }
        return new Caller(
                Caller.Kind.TOKEN,
                Optional.of(words[0]),
                words[0],
                Set.of(words[1].split(",")),
                Locale.forLanguageTag("sv"));
    }

    @Override
    public Binding bind(Caller caller) {
        bound.set(caller);
        return bound::remove;
    }
}
