package org.vaksam.spi.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One consistent picture of everything the database holds, read while others go on writing. PostgreSQL: one repeatable-read
 * transaction. Derby, which has no such thing: a copy that Derby's own online backup makes, opened beside the original.
 */
@ProviderType
public interface Snapshots {
    /**
     * Takes a picture and lets the work read it, on the caller's thread.
     *
     * @param scratch a folder that exists; the embedded database needs as much room there as it takes itself, until this returns
     */
    <T> T take(Path scratch, Function<Snapshot, T> work);

    /** The picture; to be read by the work alone. */
    interface Snapshot {
        /** All tables of the platform and of every module, as {@code schema.table}, the platform's first. */
        List<String> tables();

        /** Hands over the rows of a table one at a time, as {@link RowTransfer} has them; returns how many. */
        long read(String table, Consumer<Map<String, @Nullable Object>> taker);
    }
}
