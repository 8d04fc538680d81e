package org.vaksam.spi.casework;

import java.util.Set;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** News about notices, for those who carry live events. */
@ProviderType
public interface Notices {
    /**
     * Calls the listener with the ids of accounts whose notices have changed, on the thread that changed them, so it must be
     * quick; until closed.
     */
    AutoCloseable listen(Consumer<Set<String>> listener);
}
