package org.vaksam.kernel.sample;

import org.vaksam.kernel.sample.api.Rounds;

/** The second revision of a provider. */
public final class RoundsTwo implements Rounds {
    @Override
    public String next() {
        return "two";
    }
}
