package org.vaksam.operations.accounting;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.operations.services.PlatformServices;
import org.vaksam.operations.services.Questions;
import org.vaksam.spi.accounting.Accounting;
import org.vaksam.spi.kernel.Modules;
import org.vaksam.spi.web.GatewayMetrics;

/** Puts together what the gateway and the database have counted for a module. Works without the gateway, too. */
@Component(service = ModuleAccounts.class)
public final class ModuleAccounts {
    private final Modules modules;
    private final Accounting accounting;
    private final PlatformServices services;
    private final Questions questions;

    @Activate
    public ModuleAccounts(
            @Reference Modules modules,
            @Reference Accounting accounting,
            @Reference PlatformServices services,
            @Reference Questions questions) {
        this.modules = modules;
        this.accounting = accounting;
        this.services = services;
        this.questions = questions;
    }

    /** A module that is installed; a problem (404) for any other. */
    public AccountView of(String module) {
        if (modules.installed().stream()
                .noneMatch(each -> each.descriptor().id().equals(module))) {
            throw Problem.notFound(new Text(
                    "Det finns ingen modul som heter " + module + ".", "There is no module called " + module + "."));
        }
        GatewayMetrics.Line requests = requests(module);
        Accounting.Line database = database(module);
        return new AccountView(
                module,
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                requests.requests(),
                requests.errors(),
                requests.refused(),
                requests.seconds(),
                Quantile.of(0.5, requests.buckets()),
                Quantile.of(0.99, requests.buckets()),
                requests.cpuSeconds(),
                requests.allocatedBytes(),
                database.statements(),
                database.seconds(),
                size(module),
                accounting.limits(module));
    }

    private GatewayMetrics.Line requests(String module) {
        return services.with(GatewayMetrics.class, GatewayMetrics::lines).orElse(List.of()).stream()
                .filter(line -> line.module().equals(module))
                .findFirst()
                .orElse(new GatewayMetrics.Line(module, 0, 0, 0, 0, List.of(), 0, 0));
    }

    private Accounting.Line database(String module) {
        return accounting.lines().stream()
                .filter(line -> line.module().equals(module))
                .findFirst()
                .orElse(new Accounting.Line(module, 0, 0));
    }

    private Optional<Long> size(String module) {
        return questions.ask("schema size of " + module, () -> accounting.schemaBytes(module));
    }
}
