package org.vaksam.kernel.sample;

import java.util.function.Supplier;
import org.vaksam.kernel.sample.api.Rounds;

/** Has another module's service injected once and for all. */
public final class RoundsUser implements Supplier<String> {
    private final Rounds rounds;

    public RoundsUser(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public String get() {
        return rounds.next();
    }
}
