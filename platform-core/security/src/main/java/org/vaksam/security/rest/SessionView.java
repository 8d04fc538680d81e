package org.vaksam.security.rest;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who is signed in, as the console needs it. */
public record SessionView(Who account, Set<String> permissions, Optional<String> csrf) {
    /** The account in short. */
    public record Who(String id, String username, String name) {}

    static SessionView of(Who who, Set<String> permissions, Optional<String> csrf) {
        return new SessionView(who, new TreeSet<>(permissions), csrf);
    }
}
