package org.vaksam.security.rest;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vaksam.security.account.SessionOpener.Opened;
import org.vaksam.security.store.AccountRow;

/** Who is signed in, as the console needs it. */
public record SessionView(Who account, Set<String> permissions, Optional<String> csrf) {
    /** The account in short. */
    public record Who(String id, String username, String name) {
        static Who of(AccountRow account) {
            return new Who(account.id(), account.username(), account.name());
        }
    }

    static SessionView of(Opened opened) {
        return of(Who.of(opened.account()), opened.permissions(), Optional.of(opened.csrf()));
    }

    static SessionView of(Who who, Set<String> permissions, Optional<String> csrf) {
        return new SessionView(who, new TreeSet<>(permissions), csrf);
    }
}
