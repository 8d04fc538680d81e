package org.vaksam.testkit.broken;

/** Calls itself until the stack is full. */
public final class Bottomless {
    private final int depth;

    public Bottomless() {
        depth = fall(0);
    }

    public int depth() {
        return depth;
    }

    private static int fall(int depth) {
        return depth < 0 ? depth : fall(depth + 1) + 1;
    }
}
