package org.vaksam.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Scope;
import org.vaksam.api.text.Text;
import org.vaksam.spi.security.Authenticator;

/** Knows callers by {@code Authorization: Bearer name:permission,permission@unit}, until they are to be forgotten. */
public final class FakeAuthenticator implements Authenticator {
    public final Set<String> forgotten = ConcurrentHashMap.newKeySet();
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
        if (words.length < 2 || forgotten.contains(words[0])) {
            throw Problem.of(
                    "not-signed-in", 401, new Text("Inte inloggad", "Not signed in"), new Text("Okänd", "Unknown"));
        }
        return new Caller(
                Caller.Kind.TOKEN,
                Optional.of(words[0]),
                words[0],
                Stream.of(words[1].split(","))
                        .map(grant -> grant.split("@"))
                        .collect(Collectors.toMap(grant -> grant[0], FakeAuthenticator::scope)),
                Locale.forLanguageTag("sv"));
    }

    private static Scope scope(String[] grant) {
        return grant.length == 1 ? Scope.EVERYWHERE : Scope.below(grant[1]);
    }

    @Override
    public Binding bind(Caller caller) {
        bound.set(caller);
        return bound::remove;
    }
}
