package org.vaksam.kernel.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ArchiveFile;
import org.vaksam.kernel.file.ArchiveReader;
import org.vaksam.kernel.file.InvalidModuleFile;
import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.kernel.file.ModuleFileReader;
import org.vaksam.kernel.file.ModuleStore;
import org.vaksam.kernel.file.StoredFile;

/** The files that plans are made for: module files, and archives with a module file inside. */
public final class PlannedFiles {
    private final ModuleStore store;
    private final ModuleStore archives;
    private final ModuleFileReader reader;

    public PlannedFiles(ModuleStore store, ModuleStore archives, ModuleFileReader reader) {
        this.store = store;
        this.archives = archives;
        this.reader = reader;
    }

    /** Copies a file into the store; it does not stay there when it turns out to be neither. */
    ModuleFile take(Path source) throws IOException, InvalidModuleFile {
        return ArchiveReader.isArchive(source) ? takeArchive(source) : takeModule(source);
    }

    /** All that are there, archives last. */
    Stream<ModuleFile> stored() {
        Stream<Optional<ModuleFile>> modules =
                store.shas().stream().map(sha -> quietly(() -> reader.read(store.verified(sha))));
        Stream<Optional<ModuleFile>> archived =
                archives.shas().stream().map(sha -> quietly(() -> unpack(archives.verified(sha))));
        return Stream.concat(modules, archived).flatMap(Optional::stream);
    }

    private ModuleFile takeModule(Path source) throws IOException, InvalidModuleFile {
        StoredFile stored = store.put(source);
        try {
            return reader.read(stored);
        } catch (InvalidModuleFile e) {
            store.discard(stored.sha());
            throw e;
        }
    }

    private ModuleFile takeArchive(Path source) throws IOException, InvalidModuleFile {
        StoredFile stored = archives.put(source);
        try {
            return unpack(stored);
        } catch (InvalidModuleFile e) {
            archives.discard(stored.sha());
            throw e;
        }
    }

    private ModuleFile unpack(StoredFile stored) throws IOException, InvalidModuleFile {
        ArchiveFile archive = ArchiveReader.read(stored);
        Path unpacked = Files.createTempFile("vaksam-archive", ".jar");
        try (var zip = new ZipFile(stored.path().toFile());
                InputStream in = zip.getInputStream(zip.getEntry(ArchiveFile.MODULE))) {
            Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
            ModuleFile module = takeModule(unpacked);
            boolean same = module.sha().equals(archive.info().sha())
                    && module.module().equals(archive.info().module())
                    && module.version().equals(archive.info().version());
            if (!same) {
                throw new InvalidModuleFile(List.of(otherModule(module)));
            }
            return module.outOf(archive);
        } finally {
            Files.deleteIfExists(unpacked);
        }
    }

    /** Reads a file of a store. */
    private interface Reading {
        ModuleFile read() throws IOException, InvalidModuleFile;
    }

    private static Optional<ModuleFile> quietly(Reading reading) {
        try {
            return Optional.of(reading.read());
        } catch (IOException | InvalidModuleFile e) {
            return Optional.empty();
        }
    }

    private static Text otherModule(ModuleFile module) {
        return new Text(
                "Modulen i arkivet (" + module.revision() + ") är inte den som arkivet säger. Hämta det på nytt.",
                "The module in the archive (" + module.revision() + ") is not the one it names. Fetch it again.");
    }
}
