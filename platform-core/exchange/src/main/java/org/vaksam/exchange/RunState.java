package org.vaksam.exchange;

import java.util.Locale;

/** How far an import or an export has come. */
public enum RunState {
    /** Its turn has not come; an import may wait for its module. */
    WAITING,
    RUNNING,
    DONE,
    /** Ended before the end; what an import stored so far is kept. */
    FAILED;

    /** As it stands in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOpen() {
        return this == WAITING || this == RUNNING;
    }
}
