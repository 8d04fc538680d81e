package org.vaksam.security.account;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.security.access.Identities;
import org.vaksam.security.access.Secrets;
import org.vaksam.security.input.Input;
import org.vaksam.security.store.AccountRow;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.PlatformRoles;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.security.store.TokenRow;
import org.vaksam.security.store.TokenTable;
import org.vaksam.spi.data.Sql;

/** Makes and revokes tokens. A token never has more than who made it, nor lasts longer than the token that made it. */
@Component(service = TokenAdministration.class)
public final class TokenAdministration {
    private static final String PREFIX = "vaksam_";
    private static final Pattern PERMISSION = Pattern.compile("\\*|[a-z0-9-]+(:[a-z0-9-]+)+");
    private static final int MOST_PERMISSIONS = 80;
    private static final int LONGEST_PERMISSION = 150;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_TOKENS = 200;
    private static final Duration KEPT_EXPIRED = Duration.ofDays(30);

    private final SecurityTables tables;
    private final OperatorAccount operatorAccount;
    private final Identities identities;
    private final Journal journal;
    private final Clock clock;

    @Activate
    public TokenAdministration(
            @Reference SecurityTables tables,
            @Reference OperatorAccount operatorAccount,
            @Reference Identities identities,
            @Reference Journal journal,
            @Reference Clock clock) {
        this.tables = tables;
        this.operatorAccount = operatorAccount;
        this.identities = identities;
        this.journal = journal;
        this.clock = clock;
    }

    /** The caller's own. */
    public List<TokenView> of(Caller caller) {
        return of(caller.account().orElse(""));
    }

    /** Those of an account. */
    public List<TokenView> of(String account) {
        return tables.read(sql -> new TokenTable(sql)
                .of(account).stream()
                        .map(row -> TokenView.of(row, Optional.empty()))
                        .toList());
    }

    /**
     * A new token of the caller's account.
     *
     * @param bearer the token the request itself came with
     */
    public TokenView create(@Nullable Map<String, @Nullable Object> body, Caller caller, Optional<String> bearer) {
        return create(
                body,
                caller,
                bearer,
                sql -> caller.account().isPresent() ? caller.account().get() : operatorAccount.id(sql));
    }

    /** A new token of a machine's account, made by somebody who manages accounts; never with more than they have. */
    public TokenView createFor(
            String service, @Nullable Map<String, @Nullable Object> body, Caller caller, Optional<String> bearer) {
        return create(body, caller, bearer, sql -> service(sql, service, caller));
    }

    private interface Owner {
        String of(Sql sql) throws SQLException;
    }

    private TokenView create(
            @Nullable Map<String, @Nullable Object> body, Caller caller, Optional<String> bearer, Owner owner) {
        var input = Input.of(body, "name", "permissions", "expiresAt");
        String name = input.line("name", LONGEST_NAME);
        Set<String> permissions = readPermissions(input, caller);
        Optional<Instant> wanted = input.time("expiresAt");
        Instant now = clock.instant();
        Optional<Instant> limit = bearer.flatMap(this::expiryOf);
        Optional<Instant> expires = wanted.or(() -> limit);
        if (expires.isPresent() && !expires.get().isAfter(now)) {
            input.wrong("expiresAt", new Text("Ska vara i framtiden.", "Must be in the future."));
        }
        if (expires.isPresent() && limit.isPresent() && expires.get().isAfter(limit.get())) {
            input.wrong(
                    "expiresAt",
                    new Text(
                            "Får inte vara senare än för den token som används nu: " + limit.get() + ".",
                            "Must not be later than that of the token in use: " + limit.get() + "."));
        }
        input.check();
        String secret = PREFIX + Secrets.random();
        String id = Ids.next();
        return tables.write(sql -> {
            String account = owner.of(sql);
            var token = new TokenRow(id, account, name, permissions, now, expires, Optional.empty());
            return create(sql, token, secret);
        });
    }

    private static String service(Sql sql, String account, Caller caller) throws SQLException {
        AccountRow service = new AccountTable(sql)
                .byId(account)
                .orElseThrow(() -> Problem.notFound(new Text("Kontot finns inte.", "There is no such account.")));
        new RoleGuard(sql, caller).checkMayTouch(account);
        if (!service.service()) {
            throw Problem.conflict(new Text("Kontot hör till en person.", "The account belongs to a person."))
                    .withNext(new Text("Personer skapar sina egna tokens.", "People make their tokens themselves."));
        }
        return account;
    }

    private TokenView create(Sql sql, TokenRow token, String secret) throws SQLException {
        var table = new TokenTable(sql);
        table.deleteExpired(token.account(), token.created().minus(KEPT_EXPIRED));
        if (table.count(token.account()) >= MOST_TOKENS) {
            throw Problem.conflict(new Text(
                            "Kontot har redan " + MOST_TOKENS + " tokens.",
                            "The account has " + MOST_TOKENS + " tokens already."))
                    .withNext(new Text("Återkalla en som inte används.", "Revoke one that is not used."));
        }
        table.insert(token, Secrets.fingerprint(secret));
        journal.append(new Journal.Entry(
                "token.created",
                "token",
                token.id(),
                Map.of(
                        "name", token.name(),
                        "account", token.account(),
                        "permissions", List.copyOf(token.permissions()),
                        "expiresAt", token.expires().map(Instant::toString).orElse("never"))));
        return TokenView.of(token, Optional.of(secret));
    }

    /** Revokes a token of the caller's; account administrators may revoke any. */
    public void revoke(String id, Caller caller) {
        tables.write(sql -> {
            var table = new TokenTable(sql);
            TokenRow token = table.byId(id)
                    .filter(row -> caller.may(PlatformRoles.MANAGE_ACCOUNTS)
                            || caller.account().filter(row.account()::equals).isPresent())
                    .orElseThrow(() ->
                            Problem.notFound(new Text("Det finns ingen sådan token.", "There is no such token.")));
            table.delete(id);
            identities.changed();
            return journal.append(new Journal.Entry(
                    "token.revoked", "token", id, Map.of("name", token.name(), "account", token.account())));
        });
    }

    private Set<String> readPermissions(Input input, Caller caller) {
        Set<String> wanted =
                input.words("permissions", MOST_PERMISSIONS, LONGEST_PERMISSION).orElse(Set.of());
        if (wanted.isEmpty()) {
            input.missing("permissions");
        }
        for (String permission : wanted) {
            if (!PERMISSION.matcher(permission).matches()) {
                input.wrong("permissions", new Text("Är inget id: " + permission, "Is not an id: " + permission));
            } else if (!permission.equals(PlatformRoles.EVERYTHING) && !caller.maySomewhere(permission)) {
                input.wrong(
                        "permissions",
                        new Text(
                                "Du har inte själv behörigheten " + permission + ".",
                                "You do not have the permission " + permission + " yourself."));
            }
        }
        return wanted.contains(PlatformRoles.EVERYTHING) ? caller.permissions() : wanted;
    }

    private Optional<Instant> expiryOf(String bearer) {
        return tables.read(sql -> new TokenTable(sql).byHash(Secrets.fingerprint(bearer)))
                .flatMap(TokenRow::expires);
    }
}
