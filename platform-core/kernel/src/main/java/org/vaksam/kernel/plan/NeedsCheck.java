package org.vaksam.kernel.plan;

import java.util.List;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.kernel.revision.LiveTable;

/** The modules it needs must be live. */
final class NeedsCheck implements PlanCheck {
    private final LiveTable live;

    NeedsCheck(LiveTable live) {
        this.live = live;
    }

    @Override
    public List<Text> problems(ModuleFile file, World world) {
        return file.descriptor().needs().stream()
                .filter(needed -> live.find(needed).isEmpty())
                .map(needed -> new Text(
                        "Modulen behöver " + needed + ", som inte är i drift. Installera " + needed + " först.",
                        "The module needs " + needed + ", which is not live. Install " + needed + " first."))
                .toList();
    }
}
