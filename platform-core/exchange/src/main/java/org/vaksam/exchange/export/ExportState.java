package org.vaksam.exchange.export;

import java.util.Locale;

/** How far an export has come. */
enum ExportState {
    WAITING,
    RUNNING,
    DONE,
    FAILED;

    /** As it stands in JSON. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isOpen() {
        return this == WAITING || this == RUNNING;
    }
}
