package org.vaksam.testkit.broken;

import org.vaksam.api.health.Health;
import org.vaksam.api.health.HealthCheck;
import org.vaksam.api.text.Text;

/** Never well. */
public final class Sick implements HealthCheck {
    @Override
    public Health check() {
        return new Health(
                Health.Status.CRITICAL, new Text("Kortläsaren svarar inte", "The card reader does not answer"));
    }
}
