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
    private final TimeLimit limit;

    public HealthChecks(ServiceVisits services, TimeLimit limit) {
        this.services = services;
        this.limit = limit;
    }

    /** The worst answer of its checks, on this thread and in its transaction; well when it has none. */
    public Health worst(Revision revision) {
        List<Health> answers = new ArrayList<>(List.of(Health.ok()));
        services.visit(revision.bundle(), HealthCheck.class, check -> {
            answers.add(check.map(this::ask).orElseGet(HealthChecks::notActivated));
            return false;
        });
        return answers.stream().max(Comparator.comparing(Health::status)).orElseThrow();
    }

    private Health ask(HealthCheck check) {
        try {
            return limit.run(check::check).orElseGet(this::tooLate);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("A health check failed", e);
            return new Health(Status.CRITICAL, Refusal.explain(e));
        }
    }

    private Health tooLate() {
        long seconds = limit.seconds();
        return new Health(
                Status.CRITICAL,
                new Text(
                        "En hälsokontroll har inte svarat inom " + seconds + " sekunder",
                        "A health check has not answered within " + seconds + " seconds"));
    }

    private static Health notActivated() {
        return new Health(
                Status.CRITICAL,
                new Text("En hälsokontroll kunde inte aktiveras", "A health check could not be activated"));
    }
}
