package org.vaksam.kernel.file;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Manifest;
import org.vaksam.kernel.trust.Seal;
import org.vaksam.spi.kernel.ModuleDescriptor;

/**
 * A module's file in the store, as read without starting it.
 *
 * @param sha            SHA-256 of the file, hex
 * @param descriptorJson the descriptor as it is kept in the registry
 * @param scripts        names of its migrations, as {@code NNN-name}
 * @param seal           who has signed it
 * @param archive        the archive that it came in
 */
public record ModuleFile(
        Path path,
        String sha,
        ModuleDescriptor descriptor,
        String descriptorJson,
        Manifest manifest,
        Set<String> scripts,
        Seal seal,
        Optional<ArchiveFile> archive) {

    /** The same, out of this archive. */
    public ModuleFile outOf(ArchiveFile from) {
        return new ModuleFile(path, sha, descriptor, descriptorJson, manifest, scripts, seal, Optional.of(from));
    }

    /** Id of the module. */
    public String module() {
        return descriptor.id();
    }

    /** Version of the module. */
    public String version() {
        return descriptor.version();
    }

    /** Name of the revision this file becomes. */
    public String revision() {
        return revision(descriptor.version(), sha);
    }

    /** Name of the revision that a file of this version and checksum becomes. */
    public static String revision(String version, String sha) {
        return version + "-" + sha.substring(0, 12);
    }
}
