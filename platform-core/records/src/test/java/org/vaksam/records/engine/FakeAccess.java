package org.vaksam.records.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Scope;

/** The caller is whoever the test says, on every thread. */
public final class FakeAccess implements Access {
    public static final String ANNA = "00000000-0000-7000-8000-00000000000a";

    private volatile Caller caller = Caller.platform("test");

    public void be(String account, String... permissions) {
        caller = new Caller(Caller.Kind.SESSION, Optional.of(account), "Anna", Set.of(permissions), Locale.ENGLISH);
    }

    /** With these permissions in one place only. */
    public void be(String account, Scope scope, String... permissions) {
        var scopes = Stream.of(permissions).collect(Collectors.toMap(permission -> permission, any -> scope));
        caller = new Caller(Caller.Kind.SESSION, Optional.of(account), "Anna", scopes, Locale.ENGLISH);
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public Caller require(String permission) {
        if (!caller.may(permission)) {
            throw Problem.forbidden(permission);
        }
        return caller;
    }
}
