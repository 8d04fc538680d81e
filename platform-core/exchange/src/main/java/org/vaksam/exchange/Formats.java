package org.vaksam.exchange;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.kernel.Modules;

/** The formats of the modules that are live now. */
public final class Formats {
    /**
     * A format that can be imported.
     *
     * @param id      {@code module.format}
     * @param accepts  endings of file names
     * @param elements names of the XML elements that are its items; empty when it is not XML
     */
    public record Format(
            String id, Text title, String module, List<String> accepts, List<String> elements, String permission) {
        /** Its id within its module. */
        public String local() {
            return id.substring(module.length() + 1);
        }
    }

    private final Modules modules;

    public Formats(Modules modules) {
        this.modules = modules;
    }

    public List<Format> all() {
        return modules.installed().stream()
                .filter(installed -> installed.state() == Modules.State.LIVE)
                .map(Modules.Installed::descriptor)
                .flatMap(Formats::of)
                .toList();
    }

    /** This one, or a problem that names the module to install. */
    public Format get(String id) {
        Optional<Format> found =
                all().stream().filter(format -> format.id().equals(id)).findFirst();
        return found.orElseThrow(() -> missing(id));
    }

    private Problem missing(String id) {
        int dot = id.indexOf('.');
        String module = dot < 0 ? id : id.substring(0, dot);
        boolean live = modules.installed().stream()
                .anyMatch(one -> one.state() == Modules.State.LIVE
                        && one.descriptor().id().equals(module));
        boolean offered = modules.catalogue().stream().anyMatch(one -> one.id().equals(module));
        if (!live && offered) {
            return Problem.of(
                            "module-missing",
                            404,
                            new Text("Modulen saknas", "The module is missing"),
                            new Text(
                                    "Formatet hör till modulen " + module + ", som inte är igång.",
                                    "The format belongs to the module " + module + ", which is not running."))
                    .with("module", module)
                    .withNext(new Text("Installera modulen " + module + ".", "Install the module " + module + "."));
        }
        return Problem.notFound(new Text("Det finns inget sådant importformat.", "There is no such import format."));
    }

    private static Stream<Format> of(ModuleDescriptor module) {
        return module.imports().stream()
                .map(one -> new Format(
                        module.id() + "." + one.id(),
                        one.title(),
                        module.id(),
                        one.accepts(),
                        one.elements(),
                        one.permission()));
    }
}
