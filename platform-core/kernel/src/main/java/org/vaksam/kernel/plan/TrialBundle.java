package org.vaksam.kernel.plan;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.file.ModuleFile;
import org.vaksam.kernel.revision.Locations;
import org.vaksam.kernel.revision.ModuleBundles;
import org.vaksam.kernel.revision.Refusal;

/** The file installed and resolved for a moment, never started, to learn how it would be wired. */
final class TrialBundle implements AutoCloseable {
    private final ModuleBundles bundles;
    private final Bundle bundle;

    TrialBundle(ModuleBundles bundles, ModuleFile file) {
        this.bundles = bundles;
        this.bundle = bundles.install(file);
    }

    Bundle bundle() {
        return bundle;
    }

    /** Why it could not be wired; empty when it can. */
    List<Text> problems() {
        try {
            bundles.resolve(bundle);
        } catch (Problem e) {
            return List.of(Refusal.explain(e));
        }
        var problems = new ArrayList<Text>();
        for (BundleWire wire : bundle.adapt(BundleWiring.class).getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE)) {
            Bundle provider = wire.getProvider().getBundle();
            if (Locations.isModule(provider)) {
                problems.add(usesModule(
                        String.valueOf(wire.getCapability().getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))));
            }
        }
        return problems;
    }

    @Override
    public void close() {
        bundles.remove(bundle);
    }

    private static Text usesModule(String name) {
        return new Text(
                "Modulen använder paketet " + name + " i en annan modul. Använd den modulens api-paket i stället.",
                "The module uses the package " + name + " of another module. Use that module's api bundle instead.");
    }
}
