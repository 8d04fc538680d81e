package org.vaksam.kernel.plan;

import java.util.List;
import java.util.Optional;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.InvalidModuleFile;
import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.kernel.file.ModuleFileReader;
import org.vaksam.kernel.file.ModuleStore;
import org.vaksam.kernel.registry.KeptRevision;
import org.vaksam.kernel.registry.KeptRevisions;
import org.vaksam.kernel.registry.RegistryRow;
import org.vaksam.kernel.registry.RegistryRow.FileName;
import org.vaksam.kernel.revision.Refusal;

/** The file to go back to. Scripts only expand by rule, so the schema stays as it is; past one that does not, there is no way back. */
public final class RollbackFile {
    private static final Text NEXT =
            new Text("Installera den version du vill ha som fil.", "Install the version you want from its file.");

    private final ModuleStore store;
    private final ModuleFileReader reader;
    private final PlanChecks checks;
    private final Worlds worlds;
    private final KeptRevisions revisions;

    public RollbackFile(
            ModuleStore store, ModuleFileReader reader, PlanChecks checks, Worlds worlds, KeptRevisions revisions) {
        this.store = store;
        this.reader = reader;
        this.checks = checks;
        this.worlds = worlds;
        this.revisions = revisions;
    }

    /** The file of this revision, or of the one before; refused when there is none, or when it cannot run any more. */
    public ModuleFile of(RegistryRow row, Optional<String> revision) {
        if (!row.isLive()) {
            throw nothingBefore();
        }
        FileName wanted = revision.isPresent()
                ? named(row, revision.get())
                : row.previous().orElseThrow(RollbackFile::nothingBefore);
        revisions.of(row.id()).stream()
                .filter(kept -> kept.file().equals(wanted))
                .flatMap(kept -> kept.brokenBy().stream())
                .findFirst()
                .ifPresent(script -> {
                    throw broken(wanted, script);
                });
        ModuleFile file = read(wanted);
        List<Text> problems = checks.problemsOfRollback(file, worlds.of(file));
        if (!problems.isEmpty()) {
            throw Refusal.of(problems.get(0), NEXT);
        }
        return file;
    }

    private FileName named(RegistryRow row, String revision) {
        return revisions.of(row.id()).stream()
                .map(KeptRevision::file)
                .filter(file -> file.revision().equals(revision) && !file.equals(row.file()))
                .findFirst()
                .orElseThrow(() -> Problem.conflict(new Text(
                                "Revision " + revision + " finns inte bland dem som är sparade.",
                                "Revision " + revision + " is not among those that are kept."))
                        .withNext(NEXT));
    }

    private ModuleFile read(FileName name) {
        try {
            return reader.read(store.verified(name.sha()));
        } catch (InvalidModuleFile e) {
            throw Refusal.of(e.reasons().get(0), NEXT);
        }
    }

    private static Problem broken(FileName file, String script) {
        return Refusal.of(
                new Text(
                        script + " har tagit bort något ur databasen som version " + file.version() + " behöver.",
                        script + " has taken something out of the database that version " + file.version() + " needs."),
                NEXT);
    }

    private static Problem nothingBefore() {
        return Problem.conflict(new Text(
                        "Det finns ingen tidigare revision att gå tillbaka till.",
                        "There is no former revision to go back to."))
                .withNext(NEXT);
    }
}
