package org.vaksam.kernel.revision;

import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.vaksam.kernel.file.ModuleFile;

/** Names of module bundles inside the framework: {@code module:<id>/<version>-<hash>}. */
public final class Locations {
    private static final String PREFIX = "module:";
    private static final char AGAIN = '#';

    private Locations() {}

    /** The location of a file that runs. */
    private static String of(ModuleFile file) {
        return PREFIX + file.module() + "/" + file.revision();
    }

    /** A location nobody uses: the same file may still be draining from an earlier time. */
    static String free(BundleContext context, ModuleFile file) {
        String location = of(file);
        for (int i = 2; context.getBundle(location) != null; i++) {
            location = of(file) + AGAIN + i;
        }
        return location;
    }

    /** Whether this bundle belongs to the kernel. */
    public static boolean isModule(Bundle bundle) {
        return bundle.getLocation().startsWith(PREFIX);
    }

    /** Id of the module a bundle belongs to; empty for the platform's own bundles. */
    public static Optional<String> moduleOf(Bundle bundle) {
        String location = bundle.getLocation();
        int end = location.indexOf('/');
        return isModule(bundle) && end > 0 ? Optional.of(location.substring(PREFIX.length(), end)) : Optional.empty();
    }
}
