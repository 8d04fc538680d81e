package org.vaksam.insight.testing;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;

/** A caller who may do everything, until the test says otherwise. */
public final class FakeAccess implements Access {
    private volatile Set<String> permissions = Set.of("*");

    public void permissions(String... permissions) {
        this.permissions = Set.of(permissions);
    }

    @Override
    public Caller caller() {
        return new Caller(Caller.Kind.TOKEN, Optional.of(FakeAccounts.ANNA), "Anna", permissions, Locale.ENGLISH);
    }

    @Override
    public Caller require(String permission) {
        if (!caller().may(permission)) {
            throw Problem.forbidden(permission);
        }
        return caller();
    }
}
