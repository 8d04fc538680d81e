package org.vaksam.spi.kernel;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The archives that uninstallations with {@code EXPORT} have left. */
@ProviderType
public interface Archives {
    /** A module with its data in one file; {@link Modules#plan} takes it as it takes a module file. */
    record Archive(String name, String module, String version, Instant exportedAt, long bytes) {}

    /** Newest first. */
    List<Archive> archives();

    /** The file of this name. */
    Optional<Path> archive(String name);

    /** Deletes it; false when there is none. */
    boolean deleteArchive(String name);
}
