package org.vaksam.web.gateway;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Who is to wait just now. Waiting is bounded: afterwards the request goes on. */
public final class Holds {
    /** Holds all modules. */
    public static final String EVERY_MODULE = "*";

    private final Duration limit;
    private final ConcurrentMap<String, CountDownLatch> held = new ConcurrentHashMap<>();

    public Holds(Duration limit) {
        this.limit = limit;
    }

    public void hold(String name) {
        held.putIfAbsent(name, new CountDownLatch(1));
    }

    public void resume(String name) {
        CountDownLatch latch = held.remove(name);
        if (latch != null) {
            latch.countDown();
        }
    }

    /** Lets everybody go on. */
    public void resumeAll() {
        held.keySet().forEach(this::resume);
    }

    boolean held(String name) {
        return !held.isEmpty() && held.containsKey(name);
    }

    void await(String name) throws InterruptedException {
        CountDownLatch latch = held.get(name);
        if (latch != null && !latch.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            held.remove(name, latch);
            latch.countDown();
        }
    }
}
