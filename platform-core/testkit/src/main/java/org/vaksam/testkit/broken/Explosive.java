package org.vaksam.testkit.broken;

/** Cannot be activated. */
public final class Explosive {
    public Explosive() {
        throw new IllegalStateException("no fuse");
    }
}
