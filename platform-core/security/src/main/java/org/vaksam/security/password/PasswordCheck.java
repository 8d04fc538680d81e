package org.vaksam.security.password;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks a password with everything that protects it: pauses, turns, the same time for everybody. */
@Component(service = PasswordCheck.class)
public final class PasswordCheck {
    private final PasswordHasher hasher;
    private final LockOut lockOut;

    @Activate
    public PasswordCheck(@Reference PasswordHasher hasher, @Reference LockOut lockOut) {
        this.hasher = hasher;
        this.lockOut = lockOut;
    }

    /**
     * Whether the password fits.
     *
     * @param username as typed, also when there is no such account
     * @param address  where the attempt comes from
     * @param hash     empty when there is no account or it has no password
     * @throws org.vaksam.api.problem.Problem 429 after too many failures, or when too many ask at once
     */
    public boolean fits(String username, String address, String password, Optional<String> hash) {
        List<String> keys = List.of("account " + username, "address " + address);
        lockOut.check(keys);
        return hasher.inTurn(() -> {
            lockOut.check(keys);
            boolean fits = hasher.matches(password, hash);
            if (fits) {
                lockOut.succeeded(keys);
            } else {
                lockOut.failed(keys);
            }
            return fits;
        });
    }
}
