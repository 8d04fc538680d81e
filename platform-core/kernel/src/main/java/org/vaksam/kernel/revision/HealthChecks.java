package org.vaksam.kernel.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.health.Health;
import org.vaksam.api.health.Health.Status;
import org.vaksam.api.health.HealthCheck;
import org.vaksam.api.text.Text;

/** Asks a revision how it is. */
public final class HealthChecks {
    private static final Logger LOG = LoggerFactory.getLogger(HealthChecks.class);

    private final ServiceVisits services;

    public HealthChecks(ServiceVisits services) {
        this.services = services;
    }

    /** The worst answer of its checks, on this thread and in its transaction; well when it has none. */
    public Health worst(Revision revision) {
        List<Health> answers = new ArrayList<>(List.of(Health.ok()));
        services.visit(revision.bundle(), HealthCheck.class, check -> {
            answers.add(check.map(HealthChecks::ask).orElseGet(HealthChecks::notActivated));
            return false;
        });
        return answers.stream().max(Comparator.comparing(Health::status)).orElseThrow();
    }

    private static Health ask(HealthCheck check) {
        try {
            return check.check();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("A health check failed", e);
            return new Health(Status.CRITICAL, Refusal.explain(e));
        }
    }

    private static Health notActivated() {
        return new Health(
                Status.CRITICAL,
                new Text("En hälsokontroll kunde inte aktiveras", "A health check could not be activated"));
    }
}
