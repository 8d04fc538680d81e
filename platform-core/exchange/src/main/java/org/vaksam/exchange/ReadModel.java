package org.vaksam.exchange;

import java.time.Duration;

/** Lists and counts as people will see them. */
@FunctionalInterface
interface ReadModel {
    /** Waits until it has everything that was stored before; false when the time ran out. */
    boolean hasAll(Duration limit) throws InterruptedException;
}
