package org.vaksam.kernel.plan;

import java.util.List;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ModuleFile;

/** Somebody who is trusted must stand for the file. What has been accepted once may come back without being asked again. */
final class SignatureCheck implements PlanCheck {
    @Override
    public List<Text> problems(ModuleFile file, World world) {
        return world.verdict().problems();
    }

    @Override
    public boolean appliesToRollback() {
        return false;
    }
}
