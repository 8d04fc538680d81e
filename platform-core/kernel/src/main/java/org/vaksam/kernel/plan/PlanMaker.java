package org.vaksam.kernel.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ArchiveFile;
import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.kernel.operation.AlreadyInstalled;
import org.vaksam.kernel.operation.OperationStep;
import org.vaksam.kernel.operation.Replacement;
import org.vaksam.kernel.operation.Replacements;
import org.vaksam.kernel.plan.DryRun.Findings;
import org.vaksam.kernel.registry.RegistryRow;
import org.vaksam.kernel.revision.ModuleBundles;
import org.vaksam.kernel.revision.Refusal;
import org.vaksam.spi.kernel.Contribution.Change;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.kernel.Modules.Plan;
import org.vaksam.spi.kernel.Modules.Step;

/** Finds out what an operation would do, by doing it and taking it back. */
public final class PlanMaker {
    private final Replacements replacements;
    private final PlanChecks checks;
    private final ModuleBundles bundles;
    private final DryRun dryRun;
    private final List<OperationStep<? super Replacement>> steps;
    private final Function<RegistryRow, ModuleDescriptor> descriptors;

    public PlanMaker(
            Replacements replacements,
            PlanChecks checks,
            ModuleBundles bundles,
            DryRun dryRun,
            List<OperationStep<? super Replacement>> steps,
            Function<RegistryRow, ModuleDescriptor> descriptors) {
        this.replacements = replacements;
        this.checks = checks;
        this.bundles = bundles;
        this.dryRun = dryRun;
        this.steps = steps;
        this.descriptors = descriptors;
    }

    /** The plan of putting this file into operation in this world. */
    public Planned make(ModuleFile file, World world) {
        Replacement replacement = replacements.with(file);
        boolean nothingToDo = replacements.isLive(file);
        var problems = new ArrayList<Text>(nothingToDo ? List.of() : checks.problems(file, world));
        Findings findings = nothingToDo || !problems.isEmpty() ? Findings.none() : tryOut(file, problems);
        Optional<RegistryRow> before = replacement.before().filter(RegistryRow::isLive);
        var changes = new ArrayList<Change>(DescriptorChanges.between(before.map(descriptors), file.descriptor()));
        changes.addAll(findings.changes());
        var plan = new Plan(
                world.hash(),
                file.module(),
                file.descriptor().title(),
                before.map(RegistryRow::version),
                file.version(),
                problems.isEmpty(),
                List.copyOf(problems),
                nothingToDo ? AlreadyInstalled.steps() : steps(replacement, findings.millis()),
                findings.sql(),
                List.copyOf(changes),
                file.archive().map(ArchiveFile::content),
                Instant.now());
        return new Planned(plan, file, world);
    }

    private Findings tryOut(ModuleFile file, List<Text> problems) {
        long start = System.nanoTime();
        try (var trial = new TrialBundle(bundles, file)) {
            problems.addAll(trial.problems());
            long staged = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            if (!problems.isEmpty()) {
                return Findings.none();
            }
            Findings found = dryRun.run(file, trial.bundle());
            var millis = new HashMap<>(found.millis());
            millis.put("stage", staged);
            return new Findings(found.sql(), found.changes(), millis);
        } catch (RuntimeException | LinkageError e) {
            problems.add(Refusal.explain(e));
            return Findings.none();
        }
    }

    private List<Step> steps(Replacement replacement, Map<String, Long> millis) {
        var all = new ArrayList<Step>();
        steps.forEach(step -> {
            step.parts().forEach(part -> all.add(describe(part, replacement, millis)));
            all.add(describe(step, replacement, millis));
        });
        return List.copyOf(all);
    }

    private static Step describe(
            OperationStep<? super Replacement> step, Replacement replacement, Map<String, Long> millis) {
        return new Step(step.id(), step.title(), step.describe(replacement), millis.getOrDefault(step.id(), 0L));
    }
}
