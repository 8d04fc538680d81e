package org.vaksam.kernel.operation;

import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.archive.Archiver;
import org.vaksam.kernel.file.ArchiveFile;

/** Puts back what the archive brings, as if the data had been kept all the time. */
final class Restore implements OperationStep<Replacement> {
    private final Archiver archiver;

    Restore(Archiver archiver) {
        this.archiver = archiver;
    }

    @Override
    public String id() {
        return "restore";
    }

    @Override
    public Text title() {
        return new Text("Läs tillbaka", "Restore");
    }

    @Override
    public Text describe(Replacement replacement) {
        return replacement.file().archive().map(Restore::rows).orElseGet(Steps::nothingToDo);
    }

    @Override
    public Text apply(Replacement replacement) {
        Optional<ArchiveFile> archive = replacement.file().archive();
        archive.ifPresent(file -> archiver.restore(file, replacement.file().descriptor()));
        return describe(replacement);
    }

    private static Text rows(ArchiveFile archive) {
        long rows = archive.entries().values().stream()
                .mapToLong(ArchiveFile.Entry::rows)
                .sum();
        String at = archive.info().exportedAt();
        return new Text(rows + " rader ur arkivet från " + at, rows + " rows of the archive of " + at);
    }
}
