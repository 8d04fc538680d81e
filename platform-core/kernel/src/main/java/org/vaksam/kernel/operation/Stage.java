package org.vaksam.kernel.operation;

import org.vaksam.api.text.Text;
import org.vaksam.kernel.revision.Disposal;
import org.vaksam.kernel.revision.Revision;
import org.vaksam.kernel.revision.Stager;

/** Starts the new revision beside the old one, invisible to everybody. */
final class Stage implements OperationStep<Replacement> {
    private final Stager stager;
    private final Disposal disposal;

    Stage(Stager stager, Disposal disposal) {
        this.stager = stager;
        this.disposal = disposal;
    }

    @Override
    public String id() {
        return "stage";
    }

    @Override
    public Text title() {
        return new Text("Ställ i beredskap", "Stage");
    }

    @Override
    public Text describe(Replacement replacement) {
        return new Text(
                "Revision " + replacement.file().revision() + " startas osynligt",
                "Revision " + replacement.file().revision() + " is started invisibly");
    }

    @Override
    public Text apply(Replacement replacement) {
        Revision revision = stager.stage(replacement.file());
        replacement.stage(revision);
        return new Text("Revision " + revision.name() + " är startad", "Revision " + revision.name() + " is started");
    }

    @Override
    public void undo(Replacement replacement) {
        if (replacement.isStaged()) {
            disposal.dispose(replacement.next());
        }
    }
}
