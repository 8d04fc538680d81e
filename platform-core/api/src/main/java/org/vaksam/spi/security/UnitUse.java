package org.vaksam.spi.security;

import java.util.Collection;
import org.osgi.annotation.versioning.ConsumerType;
import org.vaksam.api.text.Text;

/**
 * Something that lives in units, such as records: asked what a reorganisation concerns before it happens. A service of whichever
 * platform bundle has such things.
 */
@ConsumerType
public interface UnitUse {
    /**
     * How many.
     *
     * @param open those that somebody still works with: a unit that has some ends only with a successor
     */
    record Count(long all, long open) {}

    /** Stable name, for example {@code records}. */
    String id();

    /** What it counts, for people. */
    Text title();

    /** In these units themselves, not below them. */
    Count in(Collection<String> units);
}
