package org.vaksam.kernel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.osgi.framework.Version;

/**
 * How this installation is set up.
 *
 * @param store           where module files are kept
 * @param archives        where exported modules are kept
 * @param catalogue       folder of module files on offer
 * @param platformVersion what modules' platform ranges are checked against
 * @param healthPatience  how long a health check may take
 * @param probation       how long after an update it is taken back when the new revision does badly; zero: never
 */
record KernelSettings(
        Path store,
        Path archives,
        Optional<Path> catalogue,
        String platformVersion,
        Duration healthPatience,
        Duration probation) {
    private static final String DATA = "vaksam.data";
    private static final String CATALOGUE = "vaksam.catalogue";
    private static final String PROBATION_SECONDS = "vaksam.probation";

    /** From system properties and the version of the kernel's bundle. */
    static KernelSettings ofProcess(Version bundle) {
        String data = System.getProperty(DATA);
        if (data == null) {
            throw new IllegalStateException("The system property " + DATA + " does not name the data directory");
        }
        return new KernelSettings(
                Path.of(data, "modules"),
                Path.of(data, "archives"),
                Optional.ofNullable(System.getProperty(CATALOGUE)).map(Path::of),
                bundle.getMajor() + "." + bundle.getMinor() + "." + bundle.getMicro(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(Integer.getInteger(PROBATION_SECONDS, 60)));
    }
}
