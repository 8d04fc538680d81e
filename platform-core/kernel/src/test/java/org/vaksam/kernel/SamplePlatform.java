package org.vaksam.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.security.Caller;
import org.vaksam.kernel.revision.Locations;
import org.vaksam.kernel.trust.SignaturePolicy;
import org.vaksam.spi.accounting.Accounting;
import org.vaksam.spi.kernel.Modules.DataMode;
import org.vaksam.spi.kernel.Modules.Installed;
import org.vaksam.spi.kernel.Modules.Operation;
import org.vaksam.spi.kernel.Modules.Plan;
import org.vaksam.testkit.SampleJar;
import org.vaksam.testkit.TestDatabase;

/** The kernel on a real framework and a real database, with fakes for whatever is above it. */
final class SamplePlatform implements AutoCloseable {
    final Path folder;
    final SampleFramework framework;
    final TestDatabase database;
    final Accounting accounting;
    final FakeContribution contribution;
    final List<Journal.Entry> journal = new CopyOnWriteArrayList<>();
    private final SignaturePolicy policy;
    private KernelAssembly kernel;
    private Duration pauseBudget = Duration.ofSeconds(3);

    SamplePlatform(Path folder, TestDatabase database) throws Exception {
        this(folder, database, SignaturePolicy.DEVELOP);
    }

    SamplePlatform(Path folder, TestDatabase database, SignaturePolicy policy) throws Exception {
        this.policy = policy;
        this.folder = Files.createDirectories(folder.resolve("files"));
        this.database = database.migrate("kernel", ModuleKernel.class);
        accounting = database.accounting();
        contribution = new FakeContribution(database.transactions());
        framework = new SampleFramework(folder.resolve("cache"));
        kernel = startKernel();
    }

    KernelAssembly kernel() {
        return kernel;
    }

    /** As after a stop of the platform: a new kernel finds database, store and whatever bundles are there. */
    void restart() throws Exception {
        kernel.kernel.stop();
        kernel = startKernel();
    }

    /** The same with another limit for how long users may be kept waiting. */
    void restartWithPauseBudget(Duration budget) throws Exception {
        pauseBudget = budget;
        restart();
    }

    private KernelAssembly startKernel() throws InterruptedException {
        var platform = new Platform(
                framework.context(),
                framework.components(),
                database.database(),
                database.rows(),
                database.transactions(),
                database.migrations(),
                database.units(),
                this::append,
                new NobodyInParticular(),
                accounting);
        var started = new KernelAssembly(
                new KernelSettings(
                        folder.resolveSibling("modules"),
                        folder.resolveSibling("archives"),
                        Optional.of(folder),
                        "1.0.0",
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(20),
                        pauseBudget,
                        Optional.of(folder.resolveSibling("trust")),
                        policy),
                platform);
        started.contributions.add(contribution);
        await(started, started.kernel::start);
        return started;
    }

    /** A gateway comes, and everything is routed. */
    FakeGateway gateway() throws InterruptedException {
        var gateway = new FakeGateway();
        await(kernel, () -> kernel.kernel.gatewayArrived(gateway));
        return gateway;
    }

    /** Plans and applies; the test goes on only when the plan is possible. */
    Operation install(SampleJar jar) {
        Plan plan = kernel.operations.plan(jar.write(folder));
        if (!plan.possible()) {
            throw new AssertionError(plan.problems());
        }
        return kernel.operations.apply(plan.hash(), false);
    }

    /** Everything is removed, as if nothing had ever been installed. */
    void clear() {
        for (int left = kernel.installed.list().size(); left > 0; left--) {
            kernel.installed
                    .list()
                    .forEach(each ->
                            kernel.operations.uninstall(each.descriptor().id(), DataMode.PURGE));
        }
        database.database().write(sql -> sql.update("DELETE FROM module_operation"));
        contribution.failing = false;
        contribution.changes = List.of();
        journal.clear();
        if (!kernel.installed.list().isEmpty()) {
            throw new AssertionError("Left behind: " + kernel.installed.list());
        }
    }

    Optional<Installed> installed(String module) {
        return kernel.installed.list().stream()
                .filter(each -> each.descriptor().id().equals(module))
                .findFirst();
    }

    List<String> bundlesOf(String module) {
        return List.of(framework.context().getBundles()).stream()
                .filter(bundle -> Locations.moduleOf(bundle).equals(Optional.of(module)))
                .map(Bundle::getLocation)
                .toList();
    }

    private String append(Journal.Entry entry) {
        journal.add(entry);
        return "journal";
    }

    private static void await(KernelAssembly kernel, Runnable work) throws InterruptedException {
        var done = new CountDownLatch(1);
        kernel.listeners.add(done::countDown);
        work.run();
        if (!done.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("The kernel did not come up");
        }
    }

    @Override
    public void close() throws Exception {
        kernel.kernel.stop();
        framework.close();
        database.close();
    }

    /** Nobody is signed in. */
    private static final class NobodyInParticular implements Access {
        @Override
        public Caller caller() {
            return Caller.anonymous(Locale.ENGLISH);
        }

        @Override
        public Caller require(String permission) {
            throw Problem.forbidden(permission);
        }
    }
}
