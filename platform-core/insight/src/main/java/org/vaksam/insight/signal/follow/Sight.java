package org.vaksam.insight.signal.follow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Scope;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.records.RecordVisibility;
import org.vaksam.spi.records.Secrecy;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.security.Accounts.Account;
import org.vaksam.spi.security.Grants;

/** Other people as callers, to look at records as they may see them: with what lets them see records, and nothing else. */
@Component(service = Sight.class)
public final class Sight {
    private static final String EVERYTHING = "*";
    private static final List<String> VERBS = List.of("read", "create", "handle", Secrecy.RESTRICTED);

    private final Accounts accounts;
    private final Grants grants;
    private final RecordTypes types;

    @Activate
    public Sight(@Reference Accounts accounts, @Reference Grants grants, @Reference RecordTypes types) {
        this.accounts = accounts;
        this.grants = grants;
        this.types = types;
    }

    /** This account as it is today; empty when it is not in use. */
    Optional<Caller> of(String account) {
        return accounts.find(account).filter(Account::enabled).map(this::caller);
    }

    private Caller caller(Account account) {
        Set<String> permissions = new HashSet<>();
        permissions.add(EVERYTHING);
        types.types()
                .forEach(
                        type -> VERBS.forEach(verb -> permissions.add(RecordVisibility.permission(type.name(), verb))));
        Map<String, Scope> scopes = new HashMap<>();
        grants.reasons(account.id(), permissions)
                .forEach(reason -> scopes.merge(
                        reason.permission(), reason.unit().map(Scope::below).orElse(Scope.EVERYWHERE), Scope::or));
        return new Caller(
                Caller.Kind.SESSION, Optional.of(account.id()), account.name(), scopes, Locale.forLanguageTag("sv"));
    }
}
