package org.vaksam.kernel.plan;

import java.util.List;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ModuleFile;

/** An archive comes back only where nothing of its module is: data of two lives would mix. */
final class ArchiveCheck implements PlanCheck {
    @Override
    public List<Text> problems(ModuleFile file, World world) {
        boolean here = world.hasModule(file.module()) || !world.scripts().isEmpty();
        return file.archive().isEmpty() || !here
                ? List.of()
                : List.of(new Text(
                        "Modulen eller dess data finns redan här och kan inte blandas med arkivets. Avinstallera "
                                + file.module() + " med export eller purge först.",
                        "The module or its data are here already and cannot be mixed with those of the archive. Uninstall "
                                + file.module() + " with export or purge first."));
    }
}
