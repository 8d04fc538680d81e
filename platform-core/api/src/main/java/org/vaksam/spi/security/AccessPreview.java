package org.vaksam.spi.security;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Who would see more or less if units lay elsewhere: asked by the preview of a reorganisation. A service of whoever holds grants. */
@ConsumerType
public interface AccessPreview {
    /**
     * A unit and its path (see {@link Units.Unit}) before and after; empty where it does not exist. Units below a moved one are
     * named too.
     */
    record Move(String unit, Optional<String> before, Optional<String> after) {}

    /**
     * What changes.
     *
     * @param gaining how many accounts reach at least one unit that they did not
     * @param losing  how many accounts no longer reach at least one that they did
     */
    record Difference(long gaining, long losing) {}

    /** For all these moves together. */
    Difference of(List<Move> moves);
}
