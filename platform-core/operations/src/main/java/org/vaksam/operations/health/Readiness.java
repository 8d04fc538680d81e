package org.vaksam.operations.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.health.Health;
import org.vaksam.api.health.Health.Status;
import org.vaksam.api.health.HealthCheck;
import org.vaksam.api.text.Text;
import org.vaksam.operations.services.PlatformServices;
import org.vaksam.operations.services.Questions;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.kernel.Modules;

/** Whether the platform can serve, and if not, why. Answers are kept for a second: strangers may ask. */
@Component(service = Readiness.class)
public final class Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final long KEPT_NANOS = 1_000_000_000L;

    /** What must be there, in words, and the service that shows it. */
    private static final Map<String, String> PARTS = Map.of(
            "accounts", "(&(osgi.jakartars.resource=true)(vaksam.api=session))",
            "organisation", "(objectClass=org.vaksam.spi.security.Units)",
            "journal", "(objectClass=org.vaksam.spi.journal.JournalFeed)",
            "records", "(objectClass=org.vaksam.spi.records.RecordTypes)",
            "insight", "(objectClass=org.vaksam.spi.records.RecordSearch)",
            "kernel", "(objectClass=org.vaksam.spi.kernel.Modules)",
            "gateway", "(objectClass=org.vaksam.spi.web.Gateway)");

    /** One check. */
    public record Check(String name, Status status, Text message) {}

    /**
     * How the platform is.
     *
     * @param status  the worst of the checks
     * @param modules what each module says of itself; here to be seen, the check {@code modules} is what counts of it
     */
    public record Report(Status status, List<Check> checks, List<Check> modules) {
        /** Whether requests can be served. */
        public boolean serves() {
            return status == Status.OK || status == Status.WARN;
        }
    }

    private record Kept(Report report, long until) {}

    private final PlatformServices services;
    private final Questions questions;
    private volatile Kept kept;

    @Activate
    public Readiness(@Reference PlatformServices services, @Reference Questions questions) {
        this.services = services;
        this.questions = questions;
        this.kept = new Kept(new Report(Status.OK, List.of(), List.of()), System.nanoTime() - 1);
    }

    public Report report() {
        Kept last = kept;
        if (last.until() - System.nanoTime() > 0) {
            return last.report();
        }
        Report fresh = look();
        kept = new Kept(fresh, System.nanoTime() + KEPT_NANOS);
        return fresh;
    }

    Report look() {
        var checks = new ArrayList<Check>();
        checks.add(parts());
        checks.add(ask("database", this::database));
        checks.add(ask("modules", this::modules));
        checks.addAll(services.each(HealthCheck.class, (name, check) -> ask(name, check::check)));
        Status worst = checks.stream()
                .map(Check::status)
                .max(Comparator.naturalOrder())
                .orElse(Status.OK);
        return new Report(worst, checks, eachModule());
    }

    private Check parts() {
        List<String> missing = PARTS.entrySet().stream()
                .filter(part -> !services.has(part.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (missing.isEmpty()) {
            return new Check("platform", Status.OK, Health.ok().message());
        }
        String names = String.join(", ", missing);
        return new Check(
                "platform",
                Status.TEMPORARILY_UNAVAILABLE,
                new Text("Startar ännu: " + names + ".", "Still starting: " + names + "."));
    }

    private Health database() {
        return services.with(PlatformDatabase.class, database -> {
                    database.read(sql -> sql.number("VALUES (1)"));
                    return Health.ok();
                })
                .orElse(new Health(
                        Status.TEMPORARILY_UNAVAILABLE,
                        new Text("Databasen är inte öppnad.", "The database is not open.")));
    }

    private List<Check> eachModule() {
        return services.with(Modules.class, Modules::installed).orElse(List.of()).stream()
                .filter(module -> module.state() != Modules.State.KEPT)
                .map(module -> new Check(
                        module.descriptor().id(),
                        module.health().status(),
                        module.health().message()))
                .toList();
    }

    /** Modules that are ill do not make the platform ill: everybody else is served. */
    private Health modules() {
        return services.with(Modules.class, Readiness::worstModule)
                .orElse(new Health(
                        Status.TEMPORARILY_UNAVAILABLE,
                        new Text("Modulkärnan är inte igång.", "The module kernel is not running.")));
    }

    private static Health worstModule(Modules modules) {
        if (!modules.recovered()) {
            return new Health(
                    Status.TEMPORARILY_UNAVAILABLE,
                    new Text("Modulerna startar ännu.", "The modules are still starting."));
        }
        List<String> ill = modules.installed().stream()
                .filter(module -> module.state() == Modules.State.DORMANT
                        || module.state() == Modules.State.LIVE
                                && module.health().status() != Status.OK)
                .map(module -> module.descriptor().id())
                .toList();
        if (ill.isEmpty()) {
            return Health.ok();
        }
        String names = String.join(", ", ill);
        return new Health(
                Status.WARN, new Text("Behöver ses över: " + names + ".", "Need to be looked at: " + names + "."));
    }

    private Check ask(String name, java.util.function.Supplier<Health> question) {
        Health health;
        try {
            health = questions
                    .ask("health " + name, question)
                    .orElse(new Health(Status.CRITICAL, new Text("Svarar inte i tid.", "Does not answer in time.")));
        } catch (RuntimeException e) {
            LOG.warn("The health check {} failed", name, e);
            health = new Health(Status.CRITICAL, new Text("Svarade med ett fel.", "Answered with an error."));
        }
        return new Check(name, health.status(), health.message());
    }
}
