package org.vaksam.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.maven;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.SynchronousBundleListener;
import org.vaksam.spi.kernel.Modules;
import org.vaksam.testkit.SampleJar;

/** P4: no operation on a module restarts another bundle. Runs inside the assembled distribution. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class BlastRadiusIT {
    private static final String KARAF = System.getProperty("vaksam.karaf", "");

    private static final String FIRST = "vaksam.probe.first";
    private static final String SECOND = "vaksam.probe.second";

    @Inject
    private BundleContext context;

    @Inject
    private Modules modules;

    @Configuration
    public Option[] distribution() {
        String data = Path.of("target/it/exam-data").toAbsolutePath().toString();
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(maven("org.vaksam", "vaksam-distribution")
                            .type("tar.gz")
                            .versionAsInProject())
                    .name("Vaksam")
                    .unpackDirectory(new File("target/it/exam"))
                    .useDeployFolder(false),
            keepRuntimeFolder(),
            configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
            editConfigurationFilePut("etc/custom.properties", "org.osgi.service.http.port", "18281"),
            editConfigurationFilePut("etc/custom.properties", "org.apache.felix.http.host", "127.0.0.1"),
            // the distribution asks no repository; the test's own bundles come from the one of the build
            editConfigurationFilePut(
                    "etc/org.ops4j.pax.url.mvn.cfg",
                    "org.ops4j.pax.url.mvn.defaultRepositories",
                    "${karaf.home.uri}${karaf.default.repository}@id=system@snapshots, file:"
                            + System.getProperty("org.ops4j.pax.url.mvn.localRepository") + "@id=build@snapshots"),
            systemProperty("vaksam.data").value(data),
            systemProperty("vaksam.signatures").value("develop"),
            systemProperty(FIRST).value(module("1.0.0")),
            systemProperty(SECOND).value(module("1.1.0")),
            systemProperty("vaksam.catalogue")
                    .value(Path.of("../../karaf-assembly/target/assembly/catalogue")
                            .toAbsolutePath()
                            .normalize()
                            .toString()),
            systemProperty("pax.exam.osgi.unresolved.fail").value("true"),
            // as bin/karaf starts it on Java 9 and later
            vmOption("--add-reads=java.xml=java.logging"),
            vmOption("--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED"),
            vmOption("--patch-module"),
            vmOption("java.base=lib/endorsed/org.apache.karaf.specs.locator-" + KARAF + ".jar"),
            vmOption("--patch-module"),
            vmOption("java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + KARAF + ".jar"),
            vmOption("--add-opens=java.base/java.lang=ALL-UNNAMED"),
            vmOption("--add-opens=java.base/java.net=ALL-UNNAMED"),
            vmOption("--add-opens=java.base/java.util=ALL-UNNAMED"),
            vmOption("--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED"),
            vmOption("-classpath"),
            vmOption("lib/jdk9plus/*" + File.pathSeparator + "lib/boot/*")
        };
    }

    @Test
    public void otherBundlesNeverNotice() throws InterruptedException {
        awaitRecovery();
        List<String> noticed = new CopyOnWriteArrayList<>();
        Map<Long, String> before = others();
        SynchronousBundleListener listener = event -> {
            if (!isModule(event.getBundle())) {
                noticed.add(event.getBundle().getSymbolicName() + " " + event.getType());
            }
        };
        context.addBundleListener(listener);
        install(modules.catalogue().stream()
                .filter(offered -> offered.id().equals("incidents"))
                .findFirst()
                .orElseThrow()
                .file());
        install(Path.of(System.getProperty(FIRST, "")));
        install(Path.of(System.getProperty(SECOND, "")));
        assertTrue(modules.rollback("probe", Optional.empty()).ok());
        assertTrue(modules.uninstall("probe", Modules.DataMode.PURGE).ok());
        assertTrue(modules.uninstall("incidents", Modules.DataMode.KEEP).ok());
        context.removeBundleListener(listener);
        assertEquals(List.of(), noticed);
        assertEquals(before, others());
    }

    private void install(Path file) {
        Modules.Plan plan = modules.plan(file);
        assertTrue(plan.problems().toString(), plan.possible());
        assertTrue(modules.apply(plan.hash(), false).ok());
    }

    private void awaitRecovery() throws InterruptedException {
        for (int i = 0; i < 600 && !modules.recovered(); i++) {
            Thread.sleep(50);
        }
        assertTrue("boot recovery", modules.recovered());
    }

    private Map<Long, String> others() {
        var all = new TreeMap<Long, String>();
        for (Bundle bundle : context.getBundles()) {
            if (!isModule(bundle)) {
                all.put(
                        bundle.getBundleId(),
                        bundle.getSymbolicName() + " " + bundle.getState() + " " + bundle.getLastModified());
            }
        }
        return all;
    }

    private static boolean isModule(Bundle bundle) {
        return bundle.getLocation().startsWith("module:");
    }

    private static String module(String version) {
        return SampleJar.module("probe", version)
                .write(Path.of("target"))
                .toAbsolutePath()
                .toString();
    }
}
