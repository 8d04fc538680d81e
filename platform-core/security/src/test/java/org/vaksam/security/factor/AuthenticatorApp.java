package org.vaksam.security.factor;

import java.time.Duration;
import org.vaksam.testkit.HandClock;

/** A person's telephone. Each code is a new one: the clock moves on to the next step first. */
public final class AuthenticatorApp {
    private final String secret;
    private final HandClock clock;

    public AuthenticatorApp(String secret, HandClock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    public String secret() {
        return secret;
    }

    public String code() {
        clock.advance(Duration.ofSeconds(30));
        return Totp.of(secret).code(clock.instant());
    }

    /** A code of yesterday. */
    public String wrong() {
        return Totp.of(secret).code(clock.instant().minus(Duration.ofDays(1)));
    }
}
