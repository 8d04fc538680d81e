package org.vaksam.web.application;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Optional;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.BodyLimit;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Open;
import org.vaksam.api.security.Requires;
import org.vaksam.api.security.SignedIn;
import org.vaksam.web.http.Exchange;
import org.vaksam.web.problem.Problems;

/**
 * Who may call a resource method, and how much they may send.
 *
 * @param open       anybody
 * @param permission needed permission; empty when it is enough to be known
 * @param bodyLimit  in bytes
 */
public record Rule(boolean open, Optional<String> permission, long bodyLimit) {

    /** What the method, or else its class, declares; empty when neither does. */
    public static Optional<Rule> of(Method method, Class<?> resource) {
        BodyLimit limit = method.getAnnotation(BodyLimit.class);
        long bytes = limit == null ? Exchange.DEFAULT_BODY_LIMIT : limit.value();
        return declared(method, bytes).or(() -> declared(resource, bytes));
    }

    private static Optional<Rule> declared(AnnotatedElement place, long bytes) {
        Requires requires = place.getAnnotation(Requires.class);
        if (requires != null) {
            return Optional.of(new Rule(false, Optional.of(requires.value()), bytes));
        }
        if (place.isAnnotationPresent(SignedIn.class)) {
            return Optional.of(new Rule(false, Optional.empty(), bytes));
        }
        if (place.isAnnotationPresent(Open.class)) {
            return Optional.of(new Rule(true, Optional.empty(), bytes));
        }
        return Optional.empty();
    }

    /** Throws the problem of a caller who may not. */
    public void check(Caller caller) {
        if (open) {
            return;
        }
        if (!caller.isKnown()) {
            throw Problems.notSignedIn();
        }
        if (permission.isPresent() && !caller.may(permission.get())) {
            throw Problem.forbidden(permission.get());
        }
    }
}
