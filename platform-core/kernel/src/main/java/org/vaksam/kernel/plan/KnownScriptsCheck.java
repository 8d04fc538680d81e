package org.vaksam.kernel.plan;

import java.util.List;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ModuleFile;

/**
 * A file must know every script that has been applied: an older version may come back only while nothing is unknown to it. The
 * file that the registry names may always: it has run, or runs, on exactly these tables.
 */
final class KnownScriptsCheck implements PlanCheck {
    @Override
    public List<Text> problems(ModuleFile file, World world) {
        if (world.isRegistered(file)) {
            return List.of();
        }
        List<String> unknown = world.scripts().stream()
                .filter(script -> !file.scripts().contains(script))
                .toList();
        if (unknown.isEmpty()) {
            return List.of();
        }
        String names = String.join(", ", unknown);
        return List.of(new Text(
                "Databasen har ändrats av " + names + ", som version " + file.version()
                        + " inte känner till. Välj en nyare version, eller gå tillbaka med återställning.",
                "The database was changed by " + names + ", which version " + file.version()
                        + " does not know. Choose a newer version, or go back with a rollback."));
    }

    @Override
    public boolean appliesToRollback() {
        return false;
    }
}
