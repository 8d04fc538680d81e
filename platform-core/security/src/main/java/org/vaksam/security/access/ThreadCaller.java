package org.vaksam.security.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.spi.security.Authenticator.Binding;

/** The caller bound to each thread; depends on nothing, so that everything may depend on it. */
@Component(service = {Access.class, ThreadCaller.class})
public final class ThreadCaller implements Access {
    private static final Caller NOBODY = Caller.anonymous(Locale.forLanguageTag("sv"));

    private final ThreadLocal<@Nullable Caller> bound = new ThreadLocal<>();

    @Override
    public Caller caller() {
        Caller caller = bound.get();
        return caller == null ? NOBODY : caller;
    }

    @Override
    public Caller require(String permission) {
        Caller caller = caller();
        if (!caller.isKnown()) {
            throw notSignedIn();
        }
        if (!caller.may(permission)) {
            throw Problem.forbidden(permission);
        }
        return caller;
    }

    /** Binds until closed; what was bound before comes back then. */
    public Binding bind(Caller caller) {
        Caller before = bound.get();
        bound.set(caller);
        return () -> {
            if (before == null) {
                bound.remove();
            } else {
                bound.set(before);
            }
        };
    }

    /** 401 for whoever is not known. */
    static Problem notSignedIn() {
        return Problem.of(
                        "not-signed-in",
                        401,
                        new Text("Inte inloggad", "Not signed in"),
                        new Text(
                                "Det här kräver att du är inloggad eller skickar med en giltig token.",
                                "This needs a signed-in session or a valid token."))
                .withNext(new Text("Logga in och försök igen.", "Sign in and try again."));
    }
}
