package org.vaksam.spi.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Makes an empty database hold what a backup holds, while no platform runs. Found with {@link java.util.ServiceLoader}. */
@ProviderType
public interface Rebuilder {
    /**
     * Opens the database, lets the content be poured in, closes it. PostgreSQL: all of it in one transaction. Derby: in pieces,
     * so the directory is to be thrown away when this fails.
     *
     * @param directory     where the embedded database is made
     * @param configuration as {@code org.vaksam.data}
     * @param aside         what is there already is renamed with this ending; empty: it is refused
     * @throws org.vaksam.api.problem.Problem when the database is not empty
     */
    void rebuild(Path directory, Map<String, ?> configuration, Optional<String> aside, Consumer<Tables> content);

    /** The tables that come into being. */
    interface Tables {
        /** Makes them, with scripts in the order in which they once ran; called first. */
        void make(List<SchemaScript> scripts);

        /** Puts these rows in the place of those that scripts have made; returns how many. */
        long fill(String table, Stream<Map<String, @Nullable Object>> rows);
    }
}
