package org.vaksam.testkit.broken;

import java.util.concurrent.CountDownLatch;

/** Waits for something that never comes while it is being made. */
public final class Waiting {
    public Waiting() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
