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
    private Optional<Agreement> agreement = Optional.empty();
    private Optional<String> contraction = Optional.empty();

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

    /** Does exactly what a plan has promised. */
    public Replacement accordingTo(Agreement promised) {
        agreement = Optional.of(promised);
        return this;
    }

    /** What was promised; nothing when there was no plan to look at. */
    Optional<Agreement> agreement() {
        return agreement;
    }

    @Override
    Optional<String> plan() {
        return agreement.map(Agreement::plan);
    }

    /** Notes the script that takes away what older revisions may need, if there is one. */
    void contracts(Optional<String> script) {
        contraction = script;
    }

    Optional<String> contraction() {
        return contraction;
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
