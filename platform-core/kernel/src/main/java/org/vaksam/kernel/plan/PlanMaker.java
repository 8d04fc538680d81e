package org.vaksam.kernel.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ArchiveFile;
import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.kernel.operation.Agreement;
import org.vaksam.kernel.operation.AlreadyInstalled;
import org.vaksam.kernel.operation.Contraction;
import org.vaksam.kernel.operation.OperationStep;
import org.vaksam.kernel.operation.Replacement;
import org.vaksam.kernel.operation.Replacements;
import org.vaksam.kernel.plan.DryRun.Findings;
import org.vaksam.kernel.registry.RegistryRow;
import org.vaksam.kernel.revision.ModuleBundles;
import org.vaksam.kernel.revision.Refusal;
import org.vaksam.spi.data.Migrations.Statement;
import org.vaksam.spi.kernel.Contribution.Change;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.kernel.Modules.Pause;
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
    private final Duration pauseBudget;

    public PlanMaker(
            Replacements replacements,
            PlanChecks checks,
            ModuleBundles bundles,
            DryRun dryRun,
            List<OperationStep<? super Replacement>> steps,
            Function<RegistryRow, ModuleDescriptor> descriptors,
            Duration pauseBudget) {
        this.replacements = replacements;
        this.checks = checks;
        this.bundles = bundles;
        this.dryRun = dryRun;
        this.steps = steps;
        this.descriptors = descriptors;
        this.pauseBudget = pauseBudget;
    }

    /** The plan of putting this file into operation in this world. */
    public Planned make(ModuleFile file, World world) {
        Replacement replacement = replacements.with(file);
        boolean nothingToDo = replacements.isLive(file);
        var problems = new ArrayList<Text>(nothingToDo ? List.of() : checks.problems(file, world));
        Findings findings = nothingToDo || !problems.isEmpty() ? Findings.none() : tryOut(file, problems);
        Optional<RegistryRow> before = replacement.before().filter(RegistryRow::isLive);
        var changes = new ArrayList<Change>(DescriptorChanges.between(before.map(descriptors), file.descriptor()));
        changes.addAll(findings.restored());
        changes.addAll(findings.changes());
        var plan = new Plan(
                world.hash(),
                file.module(),
                file.descriptor().title(),
                before.map(RegistryRow::version),
                file.version(),
                world.verdict().signature(),
                problems.isEmpty(),
                List.copyOf(problems),
                warnings(before, findings),
                new Pause(before.isPresent() ? findings.pause() : 0, pauseBudget.toMillis()),
                restarts(replacement),
                nothingToDo ? AlreadyInstalled.steps() : steps(replacement, findings.millis()),
                findings.sql(),
                List.copyOf(changes),
                file.archive().map(ArchiveFile::content),
                Instant.now());
        return new Planned(plan, file, world, new Agreement(plan.hash(), findings.sql(), findings.changes()));
    }

    private static List<Text> warnings(Optional<RegistryRow> before, Findings findings) {
        return Contraction.first(findings.sql())
                .filter(statement -> before.isPresent())
                .map(PlanMaker::noWayBack)
                .stream()
                .toList();
    }

    private static Text noWayBack(Statement statement) {
        return new Text(
                statement.script() + " tar bort eller kräver något i databasen (" + statement.sql()
                        + "): efteråt går det inte att gå tillbaka till en tidigare version, och pågående anrop på den"
                        + " gamla kan misslyckas.",
                statement.script() + " takes away or demands something in the database (" + statement.sql()
                        + "): afterwards there is no way back to an earlier version, and requests still under way on"
                        + " the old one may fail.");
    }

    private List<String> restarts(Replacement replacement) {
        return replacement
                .old()
                .map(old -> bundles.blastRadius(old.bundle()).stream()
                        .map(Bundle::getSymbolicName)
                        .toList())
                .orElse(List.of());
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
            return new Findings(found.sql(), found.restored(), found.changes(), millis);
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
