package org.vaksam.kernel.sample;

import org.vaksam.kernel.sample.api.Rounds;

/** The first revision of a provider. */
public final class RoundsOne implements Rounds {
    @Override
    public String next() {
        return "one";
    }
}
