package org.vaksam.kernel.plan;

import java.util.List;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.kernel.revision.LiveTable;

/** All checks on a file that need nothing to be started. */
public final class PlanChecks {
    private final List<PlanCheck> checks;

    public PlanChecks(LiveTable live) {
        checks = List.of(
                new ManifestCheck(),
                new PlatformRangeCheck(),
                new NeedsCheck(live),
                new ArchiveCheck(),
                new KnownScriptsCheck(),
                new ContributorsCheck());
    }

    List<Text> problems(ModuleFile file, World world) {
        return checks.stream()
                .flatMap(check -> check.problems(file, world).stream())
                .toList();
    }

    /** What keeps a file that has been in operation before from coming back. */
    public List<Text> problemsOfRollback(ModuleFile file, World world) {
        return checks.stream()
                .filter(PlanCheck::appliesToRollback)
                .flatMap(check -> check.problems(file, world).stream())
                .toList();
    }
}
