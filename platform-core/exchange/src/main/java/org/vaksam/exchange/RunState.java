package org.vaksam.exchange;

import java.util.Locale;

/** How far an import has come. */
enum RunState {
    /** Its turn has not come, or its module is not there. */
    WAITING,
    RUNNING,
    DONE,
    /** Ended before the end of the file; what was stored so far is kept. */
    FAILED;

    /** As it stands in JSON. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isOpen() {
        return this == WAITING || this == RUNNING;
    }
}
