package org.vaksam.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.maven;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
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
import org.vaksam.spi.kernel.Modules;

/** P4: no operation on a module restarts another bundle. Runs inside the assembled distribution. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class BlastRadiusIT {
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
            systemProperty("vaksam.data").value(data),
            systemProperty("vaksam.catalogue")
                    .value(Path.of("../../karaf-assembly/target/assembly/catalogue")
                            .toAbsolutePath()
                            .normalize()
                            .toString()),
            systemProperty("pax.exam.osgi.unresolved.fail").value("true")
        };
    }

    @Test
    public void otherBundlesNeverNotice() throws InterruptedException {
        awaitRecovery();
        Map<Long, String> before = others();
        Modules.Plan plan = modules.plan(modules.catalogue().get(0).file());
        assertTrue(plan.problems().toString(), plan.possible());
        assertTrue(modules.apply(plan.hash()).ok());
        assertEquals(before, others());
        assertTrue(modules.uninstall("incidents", Modules.DataMode.KEEP).ok());
        assertEquals(before, others());
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
            if (!bundle.getLocation().startsWith("module:")) {
                all.put(
                        bundle.getBundleId(),
                        bundle.getSymbolicName() + " " + bundle.getState() + " " + bundle.getLastModified());
            }
        }
        return all;
    }
}
