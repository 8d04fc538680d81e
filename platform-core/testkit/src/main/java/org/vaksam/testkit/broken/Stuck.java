package org.vaksam.testkit.broken;

import java.util.concurrent.CountDownLatch;
import org.vaksam.api.health.Health;
import org.vaksam.api.health.HealthCheck;

/** Waits for something that never comes, and calls that health when it is disturbed. */
public final class Stuck implements HealthCheck {
    @Override
    public Health check() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Health.ok();
    }
}
