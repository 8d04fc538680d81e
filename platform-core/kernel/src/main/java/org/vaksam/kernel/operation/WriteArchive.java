package org.vaksam.kernel.operation;

import org.vaksam.api.text.Text;
import org.vaksam.kernel.archive.Archiver;

/** Puts everything that is about to be removed into one file, complete and on the disk before the commit. */
final class WriteArchive implements OperationStep<Removal> {
    private final Archiver archiver;

    WriteArchive(Archiver archiver) {
        this.archiver = archiver;
    }

    @Override
    public String id() {
        return "archive";
    }

    @Override
    public Text title() {
        return new Text("Arkivera", "Archive");
    }

    @Override
    public Text describe(Removal removal) {
        return removal.isExport()
                ? Text.same("archives/" + Archiver.name(removal.row(), removal.startedAt()))
                : Steps.nothingToDo();
    }

    @Override
    public Text apply(Removal removal) {
        if (removal.isExport()) {
            archiver.export(removal.row(), removal.descriptor(), removal.startedAt(), removal.actor());
        }
        return describe(removal);
    }

    @Override
    public void undo(Removal removal) {
        if (removal.isExport()) {
            archiver.discard(removal.row(), removal.startedAt());
        }
    }
}
