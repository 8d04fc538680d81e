package org.vaksam.security.access;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.security.Caller.Kind;
import org.vaksam.api.security.Scope;
import org.vaksam.security.store.AccountRow;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.GrantTable;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.security.store.SessionTable;
import org.vaksam.security.store.TokenRow;
import org.vaksam.security.store.TokenTable;
import org.vaksam.spi.data.Sql;

/** Looks up sessions and tokens; most requests are answered from memory. */
@Component(service = Identities.class)
public final class Identities {
    /** How long a session lasts without being used. */
    public static final Duration IDLE = Duration.ofMinutes(60);

    private static final Duration MEMORY = Duration.ofSeconds(5);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final int REMEMBERED = 20_000;

    private final SecurityTables tables;
    private final Clock clock;
    private final ShortMemory<Key, Identity> sessions = new ShortMemory<>(MEMORY, REMEMBERED);
    private final ShortMemory<Key, Identity> tokens = new ShortMemory<>(MEMORY, REMEMBERED);

    @Activate
    public Identities(@Reference SecurityTables tables, @Reference Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** Whose open session this cookie belongs to. */
    public Optional<Identity> bySession(String cookie) {
        return sessions.get(key(cookie), this::readSession).filter(this::stillValid);
    }

    /** Whose token this is. */
    public Optional<Identity> byToken(String token) {
        return tokens.get(key(token), this::readToken).filter(this::stillValid);
    }

    /** Called by whoever changes accounts, roles, sessions or tokens: after the commit everything is read anew. */
    public void changed() {
        tables.afterCommit(() -> {
            sessions.forget();
            tokens.forget();
        });
    }

    /** On another day the same secret may open other doors. */
    private record Key(String hash, LocalDate day) {}

    private Key key(String secret) {
        return new Key(Secrets.fingerprint(secret), GrantTable.day(clock.instant()));
    }

    private boolean stillValid(Identity identity) {
        return identity.validUntil().isAfter(clock.instant());
    }

    private Optional<Identity> readSession(Key key) {
        String hash = key.hash();
        Instant now = clock.instant();
        return tables.read(sql -> {
                    var open = new SessionTable(sql).find(hash);
                    return open.isEmpty() ? Optional.<Seen>empty() : seen(sql, open.get(), now);
                })
                .map(seen -> {
                    if (seen.last().plus(NOTED_EVERY).isBefore(now)) {
                        tables.write(sql -> note(new SessionTable(sql), hash, now));
                    }
                    return seen.identity();
                });
    }

    private record Seen(Identity identity, Instant last) {}

    private static Optional<Seen> seen(Sql sql, SessionTable.Open session, Instant now) throws SQLException {
        boolean idle = session.lastSeen().plus(IDLE).isBefore(now);
        if (idle || !session.expires().isAfter(now)) {
            return Optional.empty();
        }
        AccountRow account = session.account();
        Map<String, Scope> scopes = new GrantTable(sql).scopes(account.id(), GrantTable.day(now));
        return Optional.of(new Seen(
                identity(Kind.SESSION, account, scopes, Optional.of(session.csrf()), session.expires()),
                session.lastSeen()));
    }

    private Optional<Identity> readToken(Key key) {
        Instant now = clock.instant();
        return tables.read(sql -> {
                    var token = new TokenTable(sql).byHash(key.hash()).filter(row -> row.validAt(now));
                    return token.isEmpty() ? Optional.<UsedToken>empty() : used(sql, token.get(), now);
                })
                .map(used -> {
                    Instant last = used.token().lastUsed().orElse(Instant.EPOCH);
                    if (last.plus(NOTED_EVERY).isBefore(now)) {
                        tables.write(sql -> note(new TokenTable(sql), used.token(), now));
                    }
                    return used.identity();
                });
    }

    private record UsedToken(Identity identity, TokenRow token) {}

    private static Optional<UsedToken> used(Sql sql, TokenRow token, Instant now) throws SQLException {
        var account = new AccountTable(sql).byId(token.account()).filter(AccountRow::enabled);
        if (account.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Scope> scopes =
                narrowed(new GrantTable(sql).scopes(token.account(), GrantTable.day(now)), token.permissions());
        return Optional.of(new UsedToken(
                identity(
                        Kind.TOKEN,
                        account.get(),
                        scopes,
                        Optional.empty(),
                        token.expires().orElse(Instant.MAX)),
                token));
    }

    private static Identity identity(
            Kind kind, AccountRow account, Map<String, Scope> scopes, Optional<String> csrf, Instant validUntil) {
        return new Identity(kind, account.id(), account.username(), account.name(), scopes, csrf, validUntil);
    }

    /** What is left of these when a token names only some permissions. */
    static Map<String, Scope> narrowed(Map<String, Scope> scopes, Set<String> permissions) {
        if (permissions.contains(PlatformRoles.EVERYTHING)) {
            return scopes;
        }
        Scope everything = scopes.getOrDefault(PlatformRoles.EVERYTHING, Scope.NOWHERE);
        var left = new HashMap<String, Scope>();
        for (String permission : permissions) {
            Scope scope = everything.or(scopes.getOrDefault(permission, Scope.NOWHERE));
            if (!scope.isNowhere()) {
                left.put(permission, scope);
            }
        }
        return left;
    }

    private static boolean note(SessionTable table, String hash, Instant now) throws SQLException {
        table.seen(hash, now);
        return true;
    }

    private static boolean note(TokenTable table, TokenRow token, Instant now) throws SQLException {
        table.used(token.id(), now);
        return true;
    }
}
