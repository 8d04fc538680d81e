package org.vaksam.kernel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.osgi.framework.Version;
import org.vaksam.kernel.trust.SignaturePolicy;

/**
 * How this installation is set up.
 *
 * @param store           where module files are kept
 * @param archives        where exported modules are kept
 * @param catalogue       folder of module files on offer
 * @param platformVersion what modules' platform ranges are checked against
 * @param startPatience   how long a module may take to start
 * @param healthPatience  how long a health check may take
 * @param probation       how long after an update it is taken back when the new revision does badly; zero: never
 * @param pauseBudget     how long an update may keep the module's users waiting without being told so
 * @param trust           folder of the certificates that came with the platform
 * @param signatures      what happens to files that nobody trusted stands for
 */
record KernelSettings(
        Path store,
        Path archives,
        Optional<Path> catalogue,
        String platformVersion,
        Duration startPatience,
        Duration healthPatience,
        Duration probation,
        Duration pauseBudget,
        Optional<Path> trust,
        SignaturePolicy signatures) {
    private static final String DATA = "vaksam.data";
    private static final String CATALOGUE = "vaksam.catalogue";
    private static final String START_SECONDS = "vaksam.start";
    private static final String TRUST = "vaksam.trust";
    private static final String SIGNATURES = "vaksam.signatures";
    private static final String PROBATION_SECONDS = "vaksam.probation";
    private static final String PAUSE_SECONDS = "vaksam.pause";

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
                Duration.ofSeconds(Integer.getInteger(START_SECONDS, 20)),
                Duration.ofSeconds(5),
                Duration.ofSeconds(Integer.getInteger(PROBATION_SECONDS, 60)),
                Duration.ofSeconds(Integer.getInteger(PAUSE_SECONDS, 3)),
                Optional.ofNullable(System.getProperty(TRUST)).map(Path::of),
                SignaturePolicy.named(Optional.ofNullable(System.getProperty(SIGNATURES))));
    }
}
