package org.vaksam.kernel;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.archive.ArchiveFolder;
import org.vaksam.kernel.archive.Archiver;
import org.vaksam.kernel.boot.BootRecovery;
import org.vaksam.kernel.file.Catalogue;
import org.vaksam.kernel.file.DescriptorReader;
import org.vaksam.kernel.file.ModuleFileReader;
import org.vaksam.kernel.file.ModuleStore;
import org.vaksam.kernel.file.StoreSweeper;
import org.vaksam.kernel.operation.Actor;
import org.vaksam.kernel.operation.Counters;
import org.vaksam.kernel.operation.Execution;
import org.vaksam.kernel.operation.Listeners;
import org.vaksam.kernel.operation.OperationLock;
import org.vaksam.kernel.operation.Replacements;
import org.vaksam.kernel.operation.Running;
import org.vaksam.kernel.operation.Steps;
import org.vaksam.kernel.plan.DryRun;
import org.vaksam.kernel.plan.PlanChecks;
import org.vaksam.kernel.plan.PlanMaker;
import org.vaksam.kernel.plan.PlannedFiles;
import org.vaksam.kernel.plan.Planner;
import org.vaksam.kernel.plan.RollbackFile;
import org.vaksam.kernel.plan.Worlds;
import org.vaksam.kernel.probation.Answers;
import org.vaksam.kernel.probation.Probation;
import org.vaksam.kernel.registry.Books;
import org.vaksam.kernel.registry.Contributions;
import org.vaksam.kernel.registry.History;
import org.vaksam.kernel.registry.Registry;
import org.vaksam.kernel.revision.ComponentWatch;
import org.vaksam.kernel.revision.Disposal;
import org.vaksam.kernel.revision.HealthChecks;
import org.vaksam.kernel.revision.HealthMonitor;
import org.vaksam.kernel.revision.LiveTable;
import org.vaksam.kernel.revision.ModuleBundles;
import org.vaksam.kernel.revision.Retirement;
import org.vaksam.kernel.revision.Revision;
import org.vaksam.kernel.revision.Routes;
import org.vaksam.kernel.revision.ServiceVisits;
import org.vaksam.kernel.revision.Stager;
import org.vaksam.kernel.revision.TimeLimit;
import org.vaksam.kernel.visibility.PublishedServices;

/** Puts the kernel together: the one place that knows all its parts. */
final class KernelAssembly {
    private static final Logger LOG = LoggerFactory.getLogger(KernelAssembly.class);

    final Kernel kernel;
    final ModuleOperations operations;
    final InstalledModules installed;
    final LiveModuleAccess liveModules;
    final Catalogue catalogue;
    final ArchiveFolder archives;
    final History history;
    final Counters counters;
    final Contributions contributions;
    final Listeners listeners = new Listeners();
    final Answers answers = new Answers();

    KernelAssembly(KernelSettings settings, Platform platform) {
        BundleContext context = platform.context();
        var threads = new KernelThreads();
        var lock = new OperationLock();
        var descriptors = new DescriptorReader();
        var reader = new ModuleFileReader(descriptors);
        var store = new ModuleStore(settings.store());
        var archiveStore = new ModuleStore(settings.store(), ".zip", 2_048);
        Books books = books(platform);
        archives = new ArchiveFolder(settings.archives());
        var archiver = new Archiver(
                archives, store, reader, books, platform.database(), platform.rows(), settings.platformVersion());
        Running running = running(settings, platform, threads);
        var services = new ServiceVisits(context);

        Steps steps = Steps.of(store, archiveStore, archiver, books, running);
        var worlds =
                new Worlds(settings.platformVersion(), books.registry(), books.migrations(), books.contributions());
        var checks = new PlanChecks(running.live());
        var actor = new Actor(platform.access());
        var replacements = new Replacements(books.registry(), running.live(), actor);
        var maker = new PlanMaker(
                replacements,
                checks,
                running.bundles(),
                new DryRun(books.transactions(), books.migrations(), books.contributions(), archiver),
                steps.replacement(),
                row -> descriptors.readKept(row.descriptor()));
        var planner = new Planner(new PlannedFiles(store, archiveStore, reader), worlds, maker);

        kernel = new Kernel(
                threads,
                lock,
                books.registry(),
                running,
                new BootRecovery(books.registry(), store, reader, running),
                new StoreSweeper(List.of(store, archiveStore), books.registry()::files, planner::files),
                listeners);
        counters = new Counters(running.live(), running.retirement());
        var health = new HealthMonitor(running.checks(), threads::health);
        operations = new ModuleOperations(
                lock,
                planner,
                new RollbackFile(store, reader, checks, worlds),
                replacements,
                new Execution(steps, books.registry(), books.history(), counters),
                books.registry(),
                running.live(),
                descriptors,
                actor,
                new Probation(
                        settings.probation(),
                        health,
                        running.live(),
                        answers,
                        threads.clock(),
                        (revision, reason) -> threads.work(() -> takeBack(revision, reason))),
                kernel::changed);
        installed = new InstalledModules(books.registry(), running.live(), health, descriptors);
        liveModules = new LiveModuleAccess(running.live(), services);
        catalogue = new Catalogue(settings.catalogue(), reader);
        history = books.history();
        contributions = books.contributions();
    }

    private void takeBack(Revision revision, Text reason) {
        try {
            operations.takeBack(revision, reason);
        } catch (RuntimeException e) {
            LOG.error("{} does badly and cannot be taken back", revision, e);
        }
    }

    private static Books books(Platform platform) {
        return new Books(
                platform.transactions(),
                platform.migrations(),
                platform.journal(),
                new Registry(platform.database()),
                new History(platform.database()),
                new Contributions());
    }

    private static Running running(KernelSettings settings, Platform platform, KernelThreads threads) {
        BundleContext context = platform.context();
        var bundles = new ModuleBundles(context);
        var disposal = new Disposal(bundles);
        var routes = new Routes();
        return new Running(
                bundles,
                new Stager(
                        context,
                        bundles,
                        platform.units(),
                        new ComponentWatch(platform.components()),
                        routes,
                        disposal),
                disposal,
                new Retirement(disposal, threads::retirement),
                new HealthChecks(new ServiceVisits(context), new TimeLimit(settings.healthPatience(), threads.clock())),
                new LiveTable(),
                routes,
                new PublishedServices(context));
    }
}
