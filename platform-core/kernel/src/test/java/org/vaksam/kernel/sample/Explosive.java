package org.vaksam.kernel.sample;

/** Cannot be activated. */
public final class Explosive {
    public Explosive() {
        throw new IllegalStateException("no fuse");
    }
}
