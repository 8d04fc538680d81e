package org.vaksam.kernel.operation;

import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.kernel.registry.RegistryRow;
import org.vaksam.kernel.revision.Revision;
import org.vaksam.spi.kernel.Modules.Step;

/** A module file takes the place of the module's present one, or the first place. */
public final class Replacement extends Undertaking {
    private final ModuleFile file;
    private Optional<Revision> staged = Optional.empty();

    public Replacement(
            OperationKind kind, ModuleFile file, String actor, Optional<RegistryRow> before, Optional<Revision> old) {
        super(kind, file.module(), actor, before, old);
        this.file = file;
    }

    /** Notes, as what comes before all steps, why the platform does this by itself. */
    public Replacement because(Text reason) {
        steps().add(new Step("cause", new Text("Orsak", "Cause"), reason, 0));
        return this;
    }

    public ModuleFile file() {
        return file;
    }

    @Override
    Optional<String> to() {
        return Optional.of(file.version());
    }

    void stage(Revision revision) {
        staged = Optional.of(revision);
    }

    /** The new revision; there is one after the stage step. */
    Revision next() {
        return staged.orElseThrow(() -> new IllegalStateException("Nothing is staged"));
    }

    boolean isStaged() {
        return staged.isPresent();
    }
}
