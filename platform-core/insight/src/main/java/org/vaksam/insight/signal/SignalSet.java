package org.vaksam.insight.signal;

import java.util.List;
import java.util.Optional;

/**
 * All signals of some records.
 *
 * @param tested   series of counts that were looked at
 * @param tooShort series with too short a history to know what is usual
 */
public record SignalSet(List<Signal> signals, int tested, int tooShort) {
    /** The signal with this key. */
    public Optional<Signal> find(String key) {
        return signals.stream().filter(signal -> signal.key().equals(key)).findFirst();
    }
}
