package org.vaksam.operations.metrics;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.health.Health;
import org.vaksam.operations.services.PlatformServices;
import org.vaksam.operations.services.Questions;
import org.vaksam.spi.accounting.Accounting;
import org.vaksam.spi.journal.JournalFeed;
import org.vaksam.spi.kernel.Modules;
import org.vaksam.spi.metrics.Figures;
import org.vaksam.spi.web.GatewayMetrics;

/** Gathers the figures of whatever part of the platform is there; a part that fails is left out, not the whole answer. */
@Component(service = PlatformMetrics.class)
public final class PlatformMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformMetrics.class);

    private final PlatformServices services;
    private final Questions questions;

    @Activate
    public PlatformMetrics(@Reference PlatformServices services, @Reference Questions questions) {
        this.services = services;
        this.questions = questions;
    }

    /** Everything, as Prometheus reads it. */
    public String text() {
        var text = new MetricsText();
        JvmMetrics.write(text);
        services.with(GatewayMetrics.class, gateway -> gateway(text, gateway));
        services.with(Accounting.class, accounting -> database(text, accounting));
        services.with(Modules.class, modules -> modules(text, modules));
        services.each(Figures.class, (bundle, figures) -> figures(text, bundle, figures));
        journal(text);
        return text.toString();
    }

    private static boolean gateway(MetricsText text, GatewayMetrics gateway) {
        for (GatewayMetrics.Line line : gateway.lines()) {
            requests(text, line);
            String[] module = {"module", line.module()};
            text.counter("vaksam_http_errors_total", "Requests answered with 5xx.", line.errors(), module);
            text.counter("vaksam_http_refused_total", "Requests answered with 4xx.", line.refused(), module);
            text.counter(
                    "vaksam_module_cpu_seconds_total", "Processor time of its requests.", line.cpuSeconds(), module);
            text.counter(
                    "vaksam_module_allocated_bytes_total",
                    "Memory that its requests asked for.",
                    line.allocatedBytes(),
                    module);
        }
        text.gauge("vaksam_http_streams", "Event streams open now.", gateway.streams());
        return true;
    }

    private static void requests(MetricsText text, GatewayMetrics.Line line) {
        String name = "vaksam_http_request_seconds";
        String help = "Requests by the time they took.";
        List<Double> bounds = GatewayMetrics.BOUNDS;
        long sum = 0;
        for (int i = 0; i < line.buckets().size(); i++) {
            sum += line.buckets().get(i);
            double bound = i < bounds.size() ? bounds.get(i) : Double.POSITIVE_INFINITY;
            text.histogram(name, help, "_bucket", sum, "module", line.module(), "le", MetricsText.number(bound));
        }
        text.histogram(name, help, "_sum", line.seconds(), "module", line.module());
        text.histogram(name, help, "_count", sum, "module", line.module());
    }

    private static boolean database(MetricsText text, Accounting accounting) {
        for (Accounting.Line line : accounting.lines()) {
            String[] module = {"module", line.module()};
            text.counter("vaksam_module_statements_total", "Statements executed for it.", line.statements(), module);
            text.counter(
                    "vaksam_module_statement_seconds_total", "Time spent on its statements.", line.seconds(), module);
        }
        return true;
    }

    private static boolean modules(MetricsText text, Modules modules) {
        text.gauge("vaksam_recovered", "Whether all modules were started again.", modules.recovered() ? 1 : 0);
        for (Modules.Installed module : modules.installed()) {
            String[] labels = {
                "module",
                module.descriptor().id(),
                "version",
                module.descriptor().version()
            };
            boolean isLive = module.state() == Modules.State.LIVE;
            boolean isWell = isLive && module.health().status() == Health.Status.OK;
            text.gauge("vaksam_module_live", "Whether the module serves requests.", isLive ? 1 : 0, labels);
            text.gauge("vaksam_module_well", "Whether the module serves and is well.", isWell ? 1 : 0, labels);
        }
        modules.counters()
                .forEach((name, value) -> text.byName("vaksam_kernel_" + name, "As the kernel counts.", value));
        return true;
    }

    private static boolean figures(MetricsText text, String bundle, Figures figures) {
        try {
            figures.now()
                    .forEach((name, value) ->
                            text.byName("vaksam_" + name, "As the bundle " + bundle + " says.", value));
            return true;
        } catch (RuntimeException e) {
            LOG.warn("The figures of {} could not be read", bundle, e);
            return false;
        }
    }

    private void journal(MetricsText text) {
        try {
            questions
                    .ask("journal head", () -> services.with(JournalFeed.class, JournalFeed::head))
                    .flatMap(head -> head)
                    .ifPresent(head -> text.gauge("vaksam_journal_head", "Position of the last sealed entry.", head));
        } catch (RuntimeException e) {
            LOG.warn("The journal's head could not be read", e);
        }
    }
}
