package org.vaksam.exchange.tray;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What has become of something in the tray. */
public enum TrayState {
    OPEN,
    /** Read after all; see its record. */
    STORED,
    /** Somebody decided that it is not needed. */
    DISCARDED;

    /** As it stands in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TrayState> of(String id) {
        return Stream.of(values()).filter(state -> state.id().equals(id)).findFirst();
    }
}
