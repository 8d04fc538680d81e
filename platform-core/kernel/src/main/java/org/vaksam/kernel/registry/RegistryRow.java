package org.vaksam.kernel.registry;

import java.time.Instant;
import java.util.Optional;
import org.vaksam.kernel.file.ModuleFile;

/**
 * What the registry says of a module.
 *
 * @param previous   what {@code rollback} would go back to
 * @param descriptor its descriptor as JSON
 */
public record RegistryRow(
        String id,
        String version,
        String sha,
        Presence state,
        Optional<FileName> previous,
        String descriptor,
        Instant since) {

    /** Whether the module should run. */
    public enum Presence {
        LIVE,
        KEPT
    }

    /** Version and checksum of a module file. */
    public record FileName(String version, String sha) {
        /** Name of the revision. */
        public String revision() {
            return ModuleFile.revision(version, sha);
        }
    }

    /** The file it runs from. */
    public FileName file() {
        return new FileName(version, sha);
    }

    /** Whether the module should run. */
    public boolean isLive() {
        return state == Presence.LIVE;
    }

    /** The same module without being run, its data kept. */
    public RegistryRow kept(Instant now) {
        return new RegistryRow(id, version, sha, Presence.KEPT, Optional.empty(), descriptor, now);
    }

    /** The row of this file after it replaced what was there before. */
    public static RegistryRow of(ModuleFile file, Optional<RegistryRow> before, Instant now) {
        Optional<FileName> previous = before.filter(RegistryRow::isLive)
                .flatMap(row -> row.sha().equals(file.sha()) ? row.previous() : Optional.of(row.file()));
        return new RegistryRow(
                file.module(), file.version(), file.sha(), Presence.LIVE, previous, file.descriptorJson(), now);
    }
}
