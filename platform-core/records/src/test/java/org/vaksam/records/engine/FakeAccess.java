package org.vaksam.records.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;

/** The caller is whoever the test says, on every thread. */
public final class FakeAccess implements Access {
    public static final String ANNA = "00000000-0000-7000-8000-00000000000a";

    private volatile Caller caller = Caller.platform("test");

    public void be(String account, String... permissions) {
        caller = new Caller(Caller.Kind.SESSION, Optional.of(account), "Anna", Set.of(permissions), Locale.ENGLISH);
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
