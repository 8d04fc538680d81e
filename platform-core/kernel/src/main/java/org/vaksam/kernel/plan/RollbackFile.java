package org.vaksam.kernel.plan;

import java.util.List;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.InvalidModuleFile;
import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.kernel.file.ModuleFileReader;
import org.vaksam.kernel.file.ModuleStore;
import org.vaksam.kernel.registry.RegistryRow;
import org.vaksam.kernel.registry.RegistryRow.FileName;
import org.vaksam.kernel.revision.Refusal;

/** The file to go back to. Neighbouring versions are compatible by rule, so the schema stays as it is. */
public final class RollbackFile {
    private static final Text NEXT =
            new Text("Installera den version du vill ha som fil.", "Install the version you want from its file.");

    private final ModuleStore store;
    private final ModuleFileReader reader;
    private final PlanChecks checks;
    private final Worlds worlds;

    public RollbackFile(ModuleStore store, ModuleFileReader reader, PlanChecks checks, Worlds worlds) {
        this.store = store;
        this.reader = reader;
        this.checks = checks;
        this.worlds = worlds;
    }

    /** The former file of this module; refused when there is none, or when it cannot run any more. */
    public ModuleFile of(RegistryRow row) {
        FileName previous = row.previous().filter(name -> row.isLive()).orElseThrow(RollbackFile::nothingBefore);
        ModuleFile file = read(previous);
        List<Text> problems = checks.problemsOfRollback(file, worlds.of(file));
        if (!problems.isEmpty()) {
            throw Refusal.of(problems.get(0), NEXT);
        }
        return file;
    }

    private ModuleFile read(FileName name) {
        try {
            return reader.read(store.verified(name.sha()));
        } catch (InvalidModuleFile e) {
            throw Refusal.of(e.reasons().get(0), NEXT);
        }
    }

    private static Problem nothingBefore() {
        return Problem.conflict(new Text(
                        "Det finns ingen tidigare revision att gå tillbaka till.",
                        "There is no former revision to go back to."))
                .withNext(NEXT);
    }
}
