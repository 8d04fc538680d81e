package org.vaksam.kernel;

import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.vaksam.api.data.Transactions;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.security.Access;
import org.vaksam.spi.accounting.Accounting;
import org.vaksam.spi.accounting.Limits;
import org.vaksam.spi.data.Migrations;
import org.vaksam.spi.data.PersistenceUnits;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.RowTransfer;
import org.vaksam.spi.kernel.Archives;
import org.vaksam.spi.kernel.Contribution;
import org.vaksam.spi.kernel.LiveModules;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.kernel.ModuleLimits;
import org.vaksam.spi.kernel.ModuleTrust;
import org.vaksam.spi.kernel.Modules;
import org.vaksam.spi.web.Gateway;
import org.vaksam.spi.web.GatewayMetrics;

/** The kernel as a component: what others see of it. */
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>='org.vaksam.spi.kernel.ModuleTrust'")
@Component(
        service = {Modules.class, LiveModules.class, ModuleLimits.class, Archives.class},
        immediate = true)
public final class ModuleKernel implements Modules, LiveModules, ModuleLimits, Archives {
    private static final int HISTORY_LIMIT = 1_000;

    private final KernelSettings settings;
    private final KernelAssembly parts;
    private final ServiceRegistration<ModuleTrust> trust;

    @Activate
    public ModuleKernel(
            BundleContext context,
            @Reference ServiceComponentRuntime components,
            @Reference PlatformDatabase database,
            @Reference RowTransfer rows,
            @Reference Transactions transactions,
            @Reference Migrations migrations,
            @Reference PersistenceUnits units,
            @Reference Journal journal,
            @Reference Access access,
            @Reference Accounting accounting) {
        migrations.platform("kernel", context.getBundle());
        settings = KernelSettings.ofProcess(context.getBundle().getVersion());
        parts = new KernelAssembly(
                settings,
                new Platform(
                        context,
                        components,
                        database,
                        rows,
                        transactions,
                        migrations,
                        units,
                        journal,
                        access,
                        accounting));
        trust = context.registerService(ModuleTrust.class, parts.trust, null);
        parts.kernel.start();
    }

    @Deactivate
    void stop() throws InterruptedException {
        trust.unregister();
        parts.kernel.stop();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindGateway(Gateway gateway) {
        parts.kernel.gatewayArrived(gateway);
    }

    void unbindGateway(Gateway gateway) {
        parts.kernel.gatewayGone(gateway);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindMetrics(GatewayMetrics metrics) {
        parts.answers.use(metrics);
    }

    void unbindMetrics(GatewayMetrics metrics) {
        parts.answers.leave(metrics);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindContribution(Contribution contribution) {
        parts.contributions.add(contribution);
    }

    void unbindContribution(Contribution contribution) {
        parts.contributions.remove(contribution);
    }

    @Override
    public String platformVersion() {
        return settings.platformVersion();
    }

    @Override
    public List<Installed> installed() {
        return parts.installed.list();
    }

    @Override
    public List<Offered> catalogue() {
        return parts.catalogue.offered();
    }

    @Override
    public Plan plan(Path moduleFile) {
        return parts.operations.plan(moduleFile);
    }

    @Override
    public Operation apply(String planHash, boolean acceptPause) {
        return parts.operations.apply(planHash, acceptPause);
    }

    @Override
    public Operation rollback(String module, Optional<String> revision) {
        return parts.operations.rollback(module, revision);
    }

    @Override
    public Optional<Progress> progress() {
        return parts.operations.progress();
    }

    @Override
    public Operation uninstall(String module, DataMode mode) {
        return parts.operations.uninstall(module, mode);
    }

    @Override
    public List<Operation> history(Optional<String> module, int limit) {
        return parts.history.list(module, Math.max(1, Math.min(limit, HISTORY_LIMIT)));
    }

    @Override
    public List<Archive> archives() {
        return parts.archives.list();
    }

    @Override
    public Optional<Path> archive(String name) {
        return parts.archives.find(name);
    }

    @Override
    public boolean deleteArchive(String name) {
        return parts.archives.delete(name);
    }

    @Override
    public Map<String, Long> counters() {
        return parts.counters.values();
    }

    @Override
    public boolean recovered() {
        return parts.kernel.isRecovered();
    }

    @Override
    public AutoCloseable listen(Runnable listener) {
        return parts.listeners.add(listener);
    }

    @Override
    public void limit(String module, Limits limits) {
        parts.limits.limit(module, limits);
    }

    @Override
    public <S, T> Optional<T> with(String module, Class<S> service, Predicate<S> which, Function<S, T> work) {
        return parts.liveModules.with(module, service, which, work);
    }

    @Override
    public Optional<ModuleDescriptor> descriptor(String module) {
        return parts.liveModules.descriptor(module);
    }

    @Override
    public Optional<URL> webFile(String module, String revision, String path) {
        return parts.liveModules.webFile(module, revision, path);
    }
}
