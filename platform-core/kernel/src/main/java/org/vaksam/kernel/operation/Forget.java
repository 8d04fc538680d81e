package org.vaksam.kernel.operation;

import org.vaksam.api.text.Text;
import org.vaksam.kernel.revision.LiveTable;

/** Nobody waits for the module to wake up any more. */
final class Forget implements OperationStep<Removal> {
    private final LiveTable live;

    Forget(LiveTable live) {
        this.live = live;
    }

    @Override
    public String id() {
        return "forget";
    }

    @Override
    public Text title() {
        return new Text("Avinstallerad", "Uninstalled");
    }

    @Override
    public Text describe(Removal removal) {
        return new Text("Modulen väntas inte längre", "The module is no longer expected");
    }

    @Override
    public Text apply(Removal removal) {
        live.forget(removal.module());
        return describe(removal);
    }
}
