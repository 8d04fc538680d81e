package org.vaksam.kernel.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.vaksam.api.text.Text;

/** Whether the components of a bundle are satisfied, and in words what they wait for. */
public final class ComponentWatch {
    private static final String COMPONENTS = "Service-Component";
    private static final String CAUSE = "Caused by: ";

    private final ServiceComponentRuntime runtime;

    public ComponentWatch(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /** What is missing; empty when everything is satisfied. Refuses a component that failed. */
    List<Text> missing(Bundle bundle) {
        Collection<ComponentDescriptionDTO> components = runtime.getComponentDescriptionDTOs(bundle);
        if (components.isEmpty()) {
            return bundle.getHeaders().get(COMPONENTS) == null ? List.of() : List.of(notRead());
        }
        var missing = new ArrayList<Text>();
        for (ComponentDescriptionDTO component : components) {
            for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(component)) {
                refuseFailed(component, configuration);
                for (UnsatisfiedReferenceDTO reference : configuration.unsatisfiedReferences) {
                    if (!waitsForGoLive(reference)) {
                        missing.add(words(component, reference));
                    }
                }
            }
        }
        return missing;
    }

    private static boolean waitsForGoLive(UnsatisfiedReferenceDTO reference) {
        return reference.target != null && reference.target.contains(Revision.LIVE);
    }

    private static void refuseFailed(ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        if (configuration.state != ComponentConfigurationDTO.FAILED_ACTIVATION) {
            return;
        }
        String why = cause(String.valueOf(configuration.failure));
        throw Refusal.of(
                new Text(
                        "Komponenten " + component.name + " kunde inte aktiveras: " + why + ".",
                        "The component " + component.name + " could not be activated: " + why + "."),
                new Text(
                        "Rätta modulen och planera igen; loggen har hela felet.",
                        "Correct the module and plan again; the log has the whole failure."));
    }

    /** The deepest cause in a stack trace. */
    private static String cause(String trace) {
        String deepest = trace.lines().findFirst().orElse("");
        for (String line : trace.lines().toList()) {
            deepest = line.startsWith(CAUSE) ? line.substring(CAUSE.length()) : deepest;
        }
        return deepest;
    }

    private static Text words(ComponentDescriptionDTO component, UnsatisfiedReferenceDTO unsatisfied) {
        String wanted = unsatisfied.name;
        for (ReferenceDTO reference : component.references) {
            if (reference.name.equals(unsatisfied.name)) {
                wanted = reference.interfaceName;
            }
        }
        String target = unsatisfied.target == null ? "" : " " + unsatisfied.target;
        return new Text(
                component.name + " väntar på tjänsten " + wanted + target,
                component.name + " waits for the service " + wanted + target);
    }

    private static Text notRead() {
        return new Text("komponenterna är inte inlästa än", "the components have not been read yet");
    }
}
