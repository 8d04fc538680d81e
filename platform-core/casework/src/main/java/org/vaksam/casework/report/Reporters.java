package org.vaksam.casework.report;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.security.Caller;
import org.vaksam.spi.records.RecordVisibility;
import org.vaksam.spi.security.Authenticator;

/** On whose behalf the platform works when somebody without an account asks: with as little as that takes. */
@Component(service = Reporters.class)
public final class Reporters {
    private static final String ASSETS = "platform:assets:read";

    private final Authenticator authenticator;

    @Activate
    public Reporters(@Reference Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    /** May create records of this type, about any asset. */
    public Authenticator.Binding creating(String type, String name, Locale language) {
        return bind(Set.of(RecordVisibility.permission(type, "create"), ASSETS), name, language);
    }

    /** May find records of these types that are not restricted. */
    public Authenticator.Binding finding(Collection<String> types) {
        var permissions = new HashSet<String>(Set.of(ASSETS));
        types.forEach(type -> permissions.add(RecordVisibility.permission(type, "read")));
        return bind(permissions, "public", Locale.ENGLISH);
    }

    /** May do nothing but be named in the journal. */
    public Authenticator.Binding writing(Locale language) {
        return bind(Set.of(), "reporter", language);
    }

    private Authenticator.Binding bind(Set<String> permissions, String name, Locale language) {
        return authenticator.bind(new Caller(Caller.Kind.PLATFORM, Optional.empty(), name, permissions, language));
    }
}
