package org.vaksam.web.gateway;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.Modules;
import org.vaksam.web.problem.Problems;

/** What to say when nobody answers an address below {@code /api/}. */
final class MissingModules {
    private final Supplier<Optional<Modules>> modules;
    private final BooleanSupplier platformComplete;

    MissingModules(Supplier<Optional<Modules>> modules, BooleanSupplier platformComplete) {
        this.modules = modules;
        this.platformComplete = platformComplete;
    }

    /** Whether the platform is not complete yet. */
    boolean starting() {
        return !platformComplete.getAsBoolean()
                || modules.get().filter(Modules::recovered).isEmpty();
    }

    /** The problem; empty when whoever answers will be there in a moment. */
    Optional<Problem> problem(String segment) {
        Optional<Modules> kernel = modules.get();
        if (kernel.isEmpty() || starting()) {
            return Optional.empty();
        }
        for (Modules.Installed installed : kernel.get().installed()) {
            if (installed.descriptor().id().equals(segment)) {
                return installed.state() == Modules.State.LIVE ? Optional.empty() : Optional.of(away(installed));
            }
        }
        return Optional.of(kernel.get().catalogue().stream()
                .filter(offered -> offered.id().equals(segment))
                .findFirst()
                .map(offered -> missing(segment, offered.title()))
                .orElseGet(Problems::noSuchAddress));
    }

    private static Problem away(Modules.Installed installed) {
        String id = installed.descriptor().id();
        Text title = installed.descriptor().title();
        if (installed.state() == Modules.State.KEPT) {
            return missing(id, title);
        }
        Text reason = installed.reason().orElse(new Text("Orsaken är inte känd.", "The reason is not known."));
        return of(
                        id,
                        new Text(
                                "Modulen " + title.sv() + " (" + id + ") är vilande. " + reason.sv(),
                                "The module " + title.en() + " (" + id + ") is dormant. " + reason.en()))
                .withNext(new Text(
                        "Se sidan Moduler, eller kör: vaksam module list",
                        "See the page Modules, or run: vaksam module list"));
    }

    private static Problem missing(String id, Text title) {
        return of(
                        id,
                        new Text(
                                "Det här hör till modulen " + title.sv() + " (" + id + "), som inte är installerad.",
                                "This belongs to the module " + title.en() + " (" + id + "), which is not installed."))
                .withNext(new Text(
                        "Installera den på sidan Moduler, eller kör: vaksam module install " + id,
                        "Install it on the page Modules, or run: vaksam module install " + id));
    }

    private static Problem of(String id, Text detail) {
        return Problem.of("module-missing", 404, new Text("Modulen saknas", "The module is missing"), detail)
                .with("module", id);
    }
}
