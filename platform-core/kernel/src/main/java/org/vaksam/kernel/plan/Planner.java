package org.vaksam.kernel.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.InvalidModuleFile;
import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.kernel.file.TamperedModuleFile;
import org.vaksam.spi.kernel.Modules.Plan;

/** Plans: makes them, remembers them, and finds the one that a hash names as long as the world is the same. */
public final class Planner {
    private final PlannedFiles files;
    private final Worlds worlds;
    private final PlanMaker maker;
    private final PlanMemory memory = new PlanMemory();

    public Planner(PlannedFiles files, Worlds worlds, PlanMaker maker) {
        this.files = files;
        this.worlds = worlds;
        this.maker = maker;
    }

    /** Copies the file into the store and plans with it; what is wrong with it stands in the plan. */
    public Plan plan(Path source) {
        try {
            return plan(files.take(source)).plan();
        } catch (IOException e) {
            return Unreadable.plan(source, Unreadable.UNKNOWN, List.of(notStored(e)));
        } catch (InvalidModuleFile e) {
            return Unreadable.plan(
                    source, e instanceof TamperedModuleFile ? Unreadable.TAMPERED : Unreadable.UNKNOWN, e.reasons());
        }
    }

    /** The plan with this hash, which is still true; otherwise a problem that says what has changed. */
    public Planned valid(String hash) {
        Planned planned = memory.find(hash)
                .or(() -> makeAgain(hash))
                .orElseThrow(() -> outdated(new Text(
                        "Det finns ingen plan med det numret för hur det ser ut nu.",
                        "There is no plan of that number for the present state.")));
        World now = worlds.of(planned.file());
        planned.world().differenceTo(now).ifPresent(change -> {
            throw outdated(change);
        });
        return planned;
    }

    /** Checksums of the files that are planned for. */
    public Set<String> files() {
        return memory.files();
    }

    private Planned plan(ModuleFile file) {
        Planned planned = maker.make(file, worlds.of(file));
        memory.remember(planned);
        return planned;
    }

    /** After a restart, or when newer plans have displaced it: the files are still there. */
    private Optional<Planned> makeAgain(String hash) {
        return files.stored()
                .filter(file -> worlds.of(file).hash().equals(hash))
                .findFirst()
                .map(this::plan);
    }

    private static Problem outdated(Text why) {
        return Problem.of("plan-outdated", 409, new Text("Planen gäller inte längre", "The plan is outdated"), why)
                .withNext(new Text("Gör en ny plan och granska den.", "Make a new plan and look at it."));
    }

    private static Text notStored(IOException cause) {
        return new Text(
                "Filen kunde inte läggas i modulförrådet: " + cause.getMessage() + ".",
                "The file could not be put into the module store: " + cause.getMessage() + ".");
    }
}
