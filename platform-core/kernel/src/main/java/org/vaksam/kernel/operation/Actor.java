package org.vaksam.kernel.operation;

import org.vaksam.api.security.Access;

/** Whose name stands in the history. */
public final class Actor {
    private final Access access;

    public Actor(Access access) {
        this.access = access;
    }

    /** The caller on this thread, or the platform itself. */
    public String name() {
        String name = access.caller().name();
        return name.isBlank() ? "Vaksam" : name;
    }
}
