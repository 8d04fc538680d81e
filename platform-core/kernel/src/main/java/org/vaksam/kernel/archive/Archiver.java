package org.vaksam.kernel.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ArchiveFile;
import org.vaksam.kernel.file.ArchiveInfo;
import org.vaksam.kernel.file.ArchiveReader;
import org.vaksam.kernel.file.InvalidModuleFile;
import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.kernel.file.ModuleFileReader;
import org.vaksam.kernel.file.ModuleStore;
import org.vaksam.kernel.file.StoredFile;
import org.vaksam.kernel.registry.Books;
import org.vaksam.kernel.registry.RegistryRow;
import org.vaksam.kernel.revision.Refusal;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.RowTransfer;
import org.vaksam.spi.kernel.Contribution.Change;
import org.vaksam.spi.kernel.ModuleDescriptor;

/** Puts everything of a module into an archive and back, in the thread's transaction. */
public final class Archiver {
    private static final Text KEEP =
            new Text("Behåll data (keep) så länge.", "Keep the data (keep) for the time being.");

    private final ArchiveFolder folder;
    private final ModuleStore store;
    private final ModuleFileReader reader;
    private final Books books;
    private final PlatformDatabase database;
    private final RowTransfer rows;
    private final String platformVersion;

    public Archiver(
            ArchiveFolder folder,
            ModuleStore store,
            ModuleFileReader reader,
            Books books,
            PlatformDatabase database,
            RowTransfer rows,
            String platformVersion) {
        this.folder = folder;
        this.store = store;
        this.reader = reader;
        this.books = books;
        this.database = database;
        this.rows = rows;
        this.platformVersion = platformVersion;
    }

    /** The name its archive gets. */
    public static String name(RegistryRow row, Instant at) {
        return ArchiveFolder.name(row.id(), row.version(), at);
    }

    /** Writes the archive and reads it through once more. */
    public void export(RegistryRow row, ModuleDescriptor module, Instant at, String actor) {
        ModuleFile file = moduleFile(row);
        List<String> scripts = books.migrations().applied(row.id());
        refuseUnknown(scripts, file);
        var info = new ArchiveInfo(
                ArchiveInfo.FORMAT, row.id(), row.version(), row.sha(), platformVersion, at.toString(), actor, scripts);
        try {
            folder.write(name(row, at), target -> write(target, info, file.path(), module));
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** Removes the archive of an export that did not happen. Kept when nobody can say whether the data are still there. */
    public void discard(RegistryRow row, Instant at) {
        books.registry().reload();
        if (books.registry().find(row.id()).isPresent()) {
            folder.delete(name(row, at));
        }
    }

    /** Puts back everything but the module file. */
    public List<Change> restore(ArchiveFile archive, ModuleDescriptor module) {
        try (var zip = new ZipFile(archive.path().toFile())) {
            var source = new ArchiveSource(archive, zip, rows);
            tables(archive, module, source);
            return books.contributions().restore(module, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path target, ArchiveInfo info, Path file, ModuleDescriptor module) throws IOException {
        try (var out = Files.newOutputStream(target)) {
            var archive = new ArchiveWriter(out, rows);
            archive.info(info);
            archive.module(file);
            for (String table : rows.tables(module.id())) {
                archive.rows(ArchiveFile.TABLES + table, "SELECT * FROM " + table);
            }
            books.contributions().write(module, archive);
            archive.finish();
        }
        try {
            ArchiveReader.read(new StoredFile(target, ""));
        } catch (InvalidModuleFile e) {
            throw new IOException(e);
        }
    }

    /** The archive's rows replace those that the module's own scripts have made. */
    private void tables(ArchiveFile archive, ModuleDescriptor module, ArchiveSource source) {
        List<String> here = rows.tables(module.id());
        Set<String> archived = archive.entries().keySet().stream()
                .flatMap(entry -> ArchiveFile.part(entry).stream())
                .filter(part -> part.startsWith(ArchiveFile.TABLES))
                .map(part -> part.substring(ArchiveFile.TABLES.length()))
                .collect(Collectors.toSet());
        if (!archived.equals(Set.copyOf(here))) {
            throw otherTables(here, archived);
        }
        var children = new ArrayList<>(here);
        Collections.reverse(children);
        children.forEach(table -> database.write(sql -> sql.update("DELETE FROM " + table)));
        here.forEach(table -> source.insert(ArchiveFile.TABLES + table, table, UnaryOperator.identity()));
    }

    private ModuleFile moduleFile(RegistryRow row) {
        try {
            return reader.read(store.verified(row.sha()));
        } catch (InvalidModuleFile e) {
            throw Refusal.of(e.reasons().get(0), KEEP);
        }
    }

    private static void refuseUnknown(List<String> applied, ModuleFile file) {
        Optional<String> unknown = applied.stream()
                .filter(script -> !file.scripts().contains(script))
                .findFirst();
        if (unknown.isPresent()) {
            throw Refusal.of(
                    new Text(
                            "Tabellerna är en nyare versions (" + unknown.get() + "), som det har backats från.",
                            "The tables are those of a newer version (" + unknown.get() + ") that was rolled back."),
                    new Text("Uppdatera till den först, eller behåll data.", "Update to it first, or keep the data."));
        }
    }

    private static RuntimeException otherTables(List<String> here, Set<String> archived) {
        var different = new TreeSet<>(archived);
        here.forEach(table -> {
            if (!different.remove(table)) {
                different.add(table);
            }
        });
        String names = String.join(", ", different);
        return Refusal.of(
                new Text(
                        "Arkivets tabeller är inte modulens: " + names + ".",
                        "The archive's tables are not the module's: " + names + "."),
                new Text("Hämta arkivet på nytt.", "Fetch the archive again."));
    }

    private static RuntimeException notWritten(IOException cause) {
        return Refusal.of(
                new Text(
                        "Arkivet kunde inte skrivas: " + cause.getMessage() + ".",
                        "The archive could not be written: " + cause.getMessage() + "."),
                new Text("Ge plats på disken och försök igen.", "Make room on the disk and try again."));
    }
}
