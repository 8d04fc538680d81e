package org.vaksam.operations.hot;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.Modules;
import org.vaksam.spi.kernel.Modules.Operation;
import org.vaksam.spi.kernel.Modules.Plan;

/** Plans and applies a file, and puts it away with the reason. */
final class Installation implements Predicate<Path> {
    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
    private static final int OUTDATED = 409;
    private static final int UNAVAILABLE = 503;
    private static final int ATTEMPTS = 3;

    private final Modules modules;
    private final Trays trays;

    Installation(Modules modules, Path folder) {
        this.modules = modules;
        this.trays = new Trays(folder);
    }

    @Override
    public boolean test(Path file) {
        if (trays.isStuck(file)) {
            return true;
        }
        if (!modules.recovered()) {
            return false;
        }
        try {
            install(file);
            return true;
        } catch (Problem e) {
            if (e.status() == UNAVAILABLE) {
                return false;
            }
            trays.refuse(
                    file,
                    Stream.concat(Stream.of(e.detail()), e.next().stream()).toList());
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} could not be installed", file.getFileName(), e);
            trays.refuse(file, List.of(new Text("Ett oväntat fel; se loggen.", "An unexpected error; see the log.")));
        }
        return true;
    }

    private void install(Path file) {
        for (int attempt = 1; ; attempt++) {
            Plan plan = modules.plan(file);
            if (!plan.possible()) {
                trays.refuse(file, plan.problems());
                return;
            }
            try {
                putAway(file, modules.apply(plan.hash(), false));
                return;
            } catch (Problem e) {
                if (e.status() != OUTDATED || attempt == ATTEMPTS) {
                    throw e;
                }
                LOG.info("The world changed while {} was planned; planning again", file.getFileName());
            }
        }
    }

    private void putAway(Path file, Operation operation) {
        if (operation.ok()) {
            String what = operation.module() + " " + operation.to().orElse("");
            trays.accept(file, new Text("Installerad: " + what, "Installed: " + what));
        } else {
            trays.refuse(file, operation.failure().stream().toList());
        }
    }
}
