package org.vaksam.testkit.broken;

import org.vaksam.api.health.Health;
import org.vaksam.api.health.HealthCheck;
import org.vaksam.api.text.Text;

/** Well for its first seconds, so that it goes live, and then no more. */
public final class Sickening implements HealthCheck {
    private static final long WELL_NANOS = 5_000_000_000L;

    /** Of the class and not of the component, which is a new one each time somebody asks. */
    private static final long BORN = System.nanoTime();

    @Override
    public Health check() {
        return System.nanoTime() - BORN < WELL_NANOS
                ? new Health(Health.Status.OK, new Text("Mår bra", "Well"))
                : new Health(
                        Health.Status.CRITICAL, new Text("Kortläsaren svarar inte", "The card reader does not answer"));
    }
}
