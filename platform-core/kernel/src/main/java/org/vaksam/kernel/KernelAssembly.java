package org.vaksam.kernel;

import java.time.Clock;
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
import org.vaksam.kernel.registry.KeptLimits;
import org.vaksam.kernel.registry.KeptRevisions;
import org.vaksam.kernel.registry.Registry;
import org.vaksam.kernel.revision.ComponentWatch;
import org.vaksam.kernel.revision.Disposal;
import org.vaksam.kernel.revision.ForeignCode;
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
import org.vaksam.kernel.trust.Judge;
import org.vaksam.kernel.trust.TrustFolder;
import org.vaksam.kernel.trust.TrustStore;
import org.vaksam.kernel.visibility.PublishedServices;

/** Puts the kernel together: the one place that knows all its parts. */
final class KernelAssembly {
    private static final Logger LOG = LoggerFactory.getLogger(KernelAssembly.class);

    final Kernel kernel;
    final ModuleOperations operations;
    final TrustAdministration trust;
    final InstalledModules installed;
    final LiveModuleAccess liveModules;
    final Catalogue catalogue;
    final ArchiveFolder archives;
    final History history;
    final Counters counters;
    final Contributions contributions;
    final KeptLimits limits;
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
        var trusted = new TrustStore(
                new TrustFolder(settings.trust()), platform.database(), books.transactions(), books.journal());
        var judge = new Judge(settings.signatures(), trusted, Clock.systemUTC());
        var worlds = new Worlds(
                settings.platformVersion(), books.registry(), books.migrations(), books.contributions(), judge);
        var checks = new PlanChecks(running.live(), context, () -> books.registry().rows().stream()
                .map(row -> descriptors.readKept(row.descriptor()))
                .toList());
        var actor = new Actor(platform.access());
        var replacements = new Replacements(books.registry(), running.live(), actor);
        var maker = new PlanMaker(
                replacements,
                checks,
                running.bundles(),
                new DryRun(books.transactions(), books.migrations(), books.contributions(), archiver),
                steps.replacement(),
                row -> descriptors.readKept(row.descriptor()),
                settings.pauseBudget());
        var planner = new Planner(new PlannedFiles(store, archiveStore, reader), worlds, maker);

        trust = new TrustAdministration(lock, settings.signatures(), trusted, planner, actor);
        kernel = new Kernel(
                threads,
                lock,
                books.registry(),
                running,
                new BootRecovery(books.registry(), store, reader, running),
                new StoreSweeper(List.of(store, archiveStore), books::files, planner::files),
                listeners);
        counters = new Counters(running.live(), running.retirement());
        var health = new HealthMonitor(running.checks(), threads::health);
        operations = new ModuleOperations(
                lock,
                planner,
                new RollbackFile(store, reader, checks, worlds, books.revisions()),
                replacements,
                new Execution(steps, books, counters),
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
        installed = new InstalledModules(books, running.live(), health, descriptors);
        liveModules = new LiveModuleAccess(running.live(), services, platform.accounting());
        catalogue = new Catalogue(settings.catalogue(), reader);
        history = books.history();
        contributions = books.contributions();
        limits = books.limits();
        limits.restore();
    }

    private void takeBack(Revision revision, Text reason) {
        try {
            operations.takeBack(revision, reason);
        } catch (RuntimeException e) {
            LOG.error("{} does badly and cannot be taken back", revision, e);
        }
    }

    private static Books books(Platform platform) {
        var registry = new Registry(platform.database());
        return new Books(
                platform.transactions(),
                platform.migrations(),
                platform.journal(),
                registry,
                new KeptRevisions(platform.database()),
                new History(platform.database()),
                new Contributions(),
                new KeptLimits(
                        platform.database(),
                        registry,
                        platform.transactions(),
                        platform.journal(),
                        platform.accounting()));
    }

    private static Running running(KernelSettings settings, Platform platform, KernelThreads threads) {
        BundleContext context = platform.context();
        var bundles = new ModuleBundles(context);
        var foreign = new ForeignCode(settings.startPatience());
        var disposal = new Disposal(bundles, foreign);
        var routes = new Routes();
        return new Running(
                bundles,
                new Stager(
                        context,
                        bundles,
                        platform.units(),
                        new ComponentWatch(platform.components()),
                        routes,
                        disposal,
                        foreign),
                disposal,
                new Retirement(disposal, threads::retirement),
                new HealthChecks(new ServiceVisits(context), new TimeLimit(settings.healthPatience(), threads.clock())),
                new LiveTable(),
                routes,
                new PublishedServices(context));
    }
}
