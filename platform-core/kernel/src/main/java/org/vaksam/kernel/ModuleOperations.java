package org.vaksam.kernel;

import java.nio.file.Path;
import java.util.Optional;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.DescriptorReader;
import org.vaksam.kernel.operation.Actor;
import org.vaksam.kernel.operation.AlreadyInstalled;
import org.vaksam.kernel.operation.Execution;
import org.vaksam.kernel.operation.OperationKind;
import org.vaksam.kernel.operation.OperationLock;
import org.vaksam.kernel.operation.Removal;
import org.vaksam.kernel.operation.Replacements;
import org.vaksam.kernel.plan.Planned;
import org.vaksam.kernel.plan.Planner;
import org.vaksam.kernel.plan.RollbackFile;
import org.vaksam.kernel.probation.Probation;
import org.vaksam.kernel.registry.Registry;
import org.vaksam.kernel.registry.RegistryRow;
import org.vaksam.kernel.revision.LiveTable;
import org.vaksam.kernel.revision.Revision;
import org.vaksam.spi.kernel.Modules.DataMode;
import org.vaksam.spi.kernel.Modules.Operation;
import org.vaksam.spi.kernel.Modules.Pause;
import org.vaksam.spi.kernel.Modules.Plan;
import org.vaksam.spi.kernel.Modules.Progress;

/** The operations as their doors see them: what is asked for is checked, then carried out, one at a time. */
final class ModuleOperations {
    private final OperationLock lock;
    private final Planner planner;
    private final RollbackFile rollbackFile;
    private final Replacements replacements;
    private final Execution execution;
    private final Registry registry;
    private final LiveTable live;
    private final DescriptorReader descriptors;
    private final Actor actor;
    private final Probation probation;
    private final Runnable afterChange;

    ModuleOperations(
            OperationLock lock,
            Planner planner,
            RollbackFile rollbackFile,
            Replacements replacements,
            Execution execution,
            Registry registry,
            LiveTable live,
            DescriptorReader descriptors,
            Actor actor,
            Probation probation,
            Runnable afterChange) {
        this.lock = lock;
        this.planner = planner;
        this.rollbackFile = rollbackFile;
        this.replacements = replacements;
        this.execution = execution;
        this.registry = registry;
        this.live = live;
        this.descriptors = descriptors;
        this.actor = actor;
        this.probation = probation;
        this.afterChange = afterChange;
    }

    Plan plan(Path moduleFile) {
        return lock.operate(() -> planner.plan(moduleFile));
    }

    Operation apply(String hash, boolean acceptPause) {
        return lock.operate(() -> {
            Planned planned = planner.valid(hash);
            if (!planned.plan().possible()) {
                throw notPossible(planned.plan());
            }
            if (planned.plan().pause().isLong() && !acceptPause) {
                throw pauseTooLong(planned.plan().pause());
            }
            return replacements.isLive(planned.file())
                    ? AlreadyInstalled.outcome(replacements.with(planned.file()))
                    : finished(execution.of(replacements.with(planned.file()).accordingTo(planned.agreement())));
        });
    }

    Operation rollback(String module, Optional<String> revision) {
        return lock.operate(() -> finished(execution.of(replacements.backTo(rollbackFile.of(row(module), revision)))));
    }

    Optional<Progress> progress() {
        return execution.progress();
    }

    /** Goes back for this reason, unless something else is live by now. */
    void takeBack(Revision revision, Text reason) {
        lock.maintain(() -> {
            String module = revision.module();
            if (live.find(module).filter(revision::equals).isPresent()) {
                finished(execution.of(replacements
                        .backTo(rollbackFile.of(row(module), Optional.empty()))
                        .because(reason)));
            }
        });
    }

    Operation uninstall(String module, DataMode mode) {
        return lock.operate(() -> {
            RegistryRow row = row(module);
            if (!row.isLive() && mode == DataMode.KEEP) {
                throw Problem.conflict(new Text(
                        "Modulen är redan avinstallerad; dess data finns kvar.",
                        "The module is uninstalled already; its data are kept."));
            }
            return finished(execution.of(
                    new Removal(row, descriptors.readKept(row.descriptor()), mode, actor.name(), live.find(module))));
        });
    }

    private Operation finished(Operation outcome) {
        if (outcome.ok()) {
            afterChange.run();
            if (outcome.kind().equals(OperationKind.UPDATE.id())) {
                probation.begin(outcome.module());
            }
        }
        return outcome;
    }

    private RegistryRow row(String module) {
        return registry.find(module)
                .orElseThrow(() -> Problem.notFound(new Text(
                        "Det finns ingen modul som heter " + module + ".",
                        "There is no module called " + module + ".")));
    }

    private static Problem notPossible(Plan plan) {
        return Problem.invalid(plan.problems().stream()
                .map(problem -> new FieldProblem("plan", problem))
                .toList());
    }

    private static Problem pauseTooLong(Pause pause) {
        return Problem.of(
                        "pause-too-long",
                        409,
                        new Text("Uppdateringen tar tid", "The update takes time"),
                        new Text(
                                "Databasen ändrades under " + pause.millis() + " ms i planen; gränsen är "
                                        + pause.budget() + " ms. Så länge väntar alla som använder modulen.",
                                "The database was being changed for " + pause.millis()
                                        + " ms in the plan; the limit is " + pause.budget()
                                        + " ms. Everybody who uses the module waits that long."))
                .withNext(new Text(
                        "Välj en lugn stund och godkänn väntan (acceptPause).",
                        "Choose a quiet moment and accept the pause (acceptPause)."));
    }
}
