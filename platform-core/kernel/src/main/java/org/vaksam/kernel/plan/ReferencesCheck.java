package org.vaksam.kernel.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.kernel.plan.ComponentFiles.Component;
import org.vaksam.kernel.plan.ComponentFiles.Reference;
import org.vaksam.kernel.revision.Locations;

/** What its components cannot do without must be offered: by the platform, by a live module, or by the module itself. */
final class ReferencesCheck implements PlanCheck {
    private final BundleContext context;

    ReferencesCheck(BundleContext context) {
        this.context = context;
    }

    @Override
    public List<Text> problems(ModuleFile file, World world) {
        List<Component> components = components(file);
        Set<String> own = new HashSet<>();
        components.forEach(component -> own.addAll(component.provides()));
        var problems = new ArrayList<Text>();
        for (Component component : components) {
            component.references().stream()
                    .filter(reference -> !own.contains(reference.type()) && !isOffered(reference))
                    .map(reference -> nobodyOffers(component, reference))
                    .forEach(problems::add);
        }
        return problems;
    }

    private static List<Component> components(ModuleFile file) {
        try (var jar = new JarFile(file.path().toFile())) {
            return ComponentFiles.read(jar);
        } catch (IOException e) {
            throw new IllegalStateException("The module store cannot be read", e);
        }
    }

    /** Raw services of modules do not count: modules see each other through the kernel's proxies. */
    private boolean isOffered(Reference reference) {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(
                    reference.type(), reference.target().orElse(null));
            if (found != null) {
                for (ServiceReference<?> each : found) {
                    if (each.getBundle() != null && !Locations.isModule(each.getBundle())) {
                        return true;
                    }
                }
            }
            return false;
        } catch (InvalidSyntaxException e) {
            return false;
        }
    }

    private static Text nobodyOffers(Component component, Reference reference) {
        String wanted = reference.type()
                + reference.target().map(target -> " " + target).orElse("");
        return new Text(
                "Komponenten " + component.name() + " behöver tjänsten " + wanted
                        + ", som ingen erbjuder. Installera modulen som ger tjänsten först, eller rätta modulen.",
                "The component " + component.name() + " needs the service " + wanted
                        + ", which nobody offers. Install the module that provides the service first, or correct the"
                        + " module.");
    }
}
