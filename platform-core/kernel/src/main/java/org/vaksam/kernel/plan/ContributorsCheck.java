package org.vaksam.kernel.plan;

import java.util.List;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ModuleFile;

/** Somebody must be there to take care of the module's definitions and permissions. */
final class ContributorsCheck implements PlanCheck {
    @Override
    public List<Text> problems(ModuleFile file, World world) {
        boolean needed = !file.descriptor().records().isEmpty()
                || !file.descriptor().permissions().isEmpty();
        if (!needed || !world.contributors().isEmpty()) {
            return List.of();
        }
        return List.of(new Text(
                "Plattformen startar fortfarande: delarna som tar hand om definitioner och behörigheter är inte igång."
                        + " Försök igen om en stund.",
                "The platform is still starting: the parts that take care of definitions and permissions do not run yet."
                        + " Try again in a moment."));
    }
}
