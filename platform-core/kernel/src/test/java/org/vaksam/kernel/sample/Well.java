package org.vaksam.kernel.sample;

import org.vaksam.api.health.Health;
import org.vaksam.api.health.HealthCheck;

/** Always well. */
public final class Well implements HealthCheck {
    @Override
    public Health check() {
        return Health.ok();
    }
}
