package org.vaksam.kernel.operation;

import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.InvalidModuleFile;
import org.vaksam.kernel.file.ModuleStore;
import org.vaksam.kernel.revision.Refusal;

/** Reads the file through once more: it must still be the one that was planned. */
final class Verify implements OperationStep<Replacement> {
    private final ModuleStore store;
    private final ModuleStore archives;

    Verify(ModuleStore store, ModuleStore archives) {
        this.store = store;
        this.archives = archives;
    }

    @Override
    public String id() {
        return "verify";
    }

    @Override
    public Text title() {
        return new Text("Kontrollera", "Verify");
    }

    @Override
    public Text describe(Replacement replacement) {
        return Text.same(replacement.module() + " " + replacement.file().version() + ", SHA-256 "
                + replacement.file().sha());
    }

    @Override
    public Text apply(Replacement replacement) {
        try {
            store.verified(replacement.file().sha());
            if (replacement.file().archive().isPresent()) {
                archives.verified(replacement.file().archive().get().sha());
            }
            return new Text("Filen är hel", "The file is intact");
        } catch (InvalidModuleFile e) {
            throw Refusal.of(e.reasons().get(0), new Text("Planera igen.", "Plan again."));
        }
    }
}
