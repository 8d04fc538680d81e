package org.vaksam.insight.testing;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Scope;

/** A caller who may do everything, until the test says otherwise. */
public final class FakeAccess implements Access {
    private volatile Map<String, Scope> scopes = Map.of("*", Scope.EVERYWHERE);

    public void permissions(String... permissions) {
        in(Scope.EVERYWHERE, permissions);
    }

    public void in(Scope scope, String... permissions) {
        scopes = Stream.of(permissions).collect(Collectors.toMap(permission -> permission, any -> scope));
    }

    /** The permissions of this caller, until the test says otherwise. */
    public void as(Caller caller) {
        scopes = caller.scopes();
    }

    @Override
    public Caller caller() {
        return new Caller(Caller.Kind.TOKEN, Optional.of(FakeAccounts.ANNA), "Anna", scopes, Locale.ENGLISH);
    }

    @Override
    public Caller require(String permission) {
        if (!caller().may(permission)) {
            throw Problem.forbidden(permission);
        }
        return caller();
    }
}
