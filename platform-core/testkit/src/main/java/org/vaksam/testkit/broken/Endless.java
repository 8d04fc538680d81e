package org.vaksam.testkit.broken;

import java.util.concurrent.locks.LockSupport;

/** Is never finished with being made, whoever interrupts it. */
public final class Endless {
    private static final long A_WHILE = 50_000_000;

    public Endless() {
        boolean disturbed = false;
        while (!disturbed || Thread.currentThread().isAlive()) {
            disturbed = Thread.interrupted();
            LockSupport.parkNanos(A_WHILE);
        }
    }
}
