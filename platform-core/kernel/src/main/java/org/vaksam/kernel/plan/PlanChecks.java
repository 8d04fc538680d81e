package org.vaksam.kernel.plan;

import java.util.List;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.kernel.revision.LiveTable;
import org.vaksam.spi.kernel.ModuleDescriptor;

/** All checks on a file that need nothing to be started. */
public final class PlanChecks {
    private final List<PlanCheck> checks;

    /** Looks at what is live, and at all modules that the registry names. */
    public PlanChecks(LiveTable live, BundleContext context, Supplier<List<ModuleDescriptor>> registered) {
        checks = List.of(
                new SignatureCheck(),
                new ManifestCheck(),
                new PlatformRangeCheck(),
                new NeedsCheck(live),
                new ReferencesCheck(context),
                new NumberPrefixCheck(registered),
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
