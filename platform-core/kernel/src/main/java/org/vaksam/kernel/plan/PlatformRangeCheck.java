package org.vaksam.kernel.plan;

import java.util.List;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ModuleFile;

/** The module must be made for this version of the platform. */
final class PlatformRangeCheck implements PlanCheck {
    @Override
    public List<Text> problems(ModuleFile file, World world) {
        String range = file.descriptor().platform();
        if (VersionRange.valueOf(range).includes(Version.parseVersion(world.platformVersion()))) {
            return List.of();
        }
        return List.of(new Text(
                "Modulen är gjord för plattformen " + range + "; det här är " + world.platformVersion()
                        + ". Välj en version av modulen som passar, eller uppdatera plattformen.",
                "The module is made for platform " + range + "; this is " + world.platformVersion()
                        + ". Choose a version of the module that fits, or update the platform."));
    }
}
