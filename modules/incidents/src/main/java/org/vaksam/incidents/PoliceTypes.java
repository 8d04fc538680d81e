package org.vaksam.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table that says which kind of report each type of police event becomes. The organisation adapts it. */
interface PoliceTypes {
    /** Types beyond this many are not remembered: a feed gone wrong must not fill the table. */
    int MOST = 1_000;

    /** One row, as it is shown. */
    record Mapping(String name, String kind, Optional<Instant> firstSeen) {}

    /** All of them, by name. */
    List<Mapping> all();

    /** Notes that the feed has published this type now; an unknown one is added as {@code other}. */
    void seen(String name);

    /** From now on events of this type become this kind; empty when there is no such type. */
    Optional<Mapping> assign(String name, String kind);
}
