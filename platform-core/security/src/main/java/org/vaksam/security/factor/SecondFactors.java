package org.vaksam.security.factor;

import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.security.access.SecretBox;
import org.vaksam.security.password.LockOut;
import org.vaksam.security.store.AccountRow;
import org.vaksam.security.store.GrantTable;
import org.vaksam.security.store.SecondFactorTable;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.data.Sql;

/** Everybody's second factor: enrolment, codes, recovery codes. Wrong codes are paused like wrong passwords. */
@Component(service = SecondFactors.class)
public final class SecondFactors {
    private static final String ISSUER = "Vaksam";
    private static final Pattern TOTP_CODE = Pattern.compile("\\d{6}");

    /** What is shown once, for the authenticator app: the secret to type and the content of the QR code. */
    public record Enrolment(String secret, String address) {}

    /** How an account stands. */
    public record State(boolean on, boolean required, long recoveryCodes) {}

    private final SecurityTables tables;
    private final SecretBox box;
    private final LockOut lockOut;
    private final Clock clock;

    @Activate
    public SecondFactors(
            @Reference SecurityTables tables,
            @Reference SecretBox box,
            @Reference LockOut lockOut,
            @Reference Clock clock) {
        this.tables = tables;
        this.box = box;
        this.lockOut = lockOut;
        this.clock = clock;
    }

    /** How the account stands. */
    public State state(String account) {
        return tables.read(sql -> {
            var table = new SecondFactorTable(sql);
            boolean on =
                    table.find(account).filter(SecondFactorTable.Row::confirmed).isPresent();
            return new State(on, isRequired(sql, table, account), on ? table.codes(account) : 0);
        });
    }

    private boolean isRequired(Sql sql, SecondFactorTable table, String account) throws SQLException {
        Set<String> roles = table.roles();
        return roles.contains(SecondFactorTable.EVERYBODY)
                || new GrantTable(sql)
                        .held(account, GrantTable.day(clock.instant())).stream()
                                .anyMatch(held -> roles.contains(held.grant().role()));
    }

    /** A new secret, which counts once {@link #confirm} has seen a code of it. */
    public Enrolment begin(AccountRow account) {
        Totp totp = Totp.random();
        tables.write(sql -> {
            var table = new SecondFactorTable(sql);
            if (table.find(account.id())
                    .filter(SecondFactorTable.Row::confirmed)
                    .isPresent()) {
                throw alreadyOn();
            }
            table.begin(account.id(), box.seal(totp.base32(), account.id()));
            return true;
        });
        return new Enrolment(totp.base32(), totp.address(ISSUER, account.username()));
    }

    /**
     * Switches the factor on when the code is one of it.
     *
     * @return the recovery codes, known here for the only time; empty when the code is wrong
     */
    public Optional<List<String>> confirm(String account, String code, String address) {
        return attempt(
                account,
                address,
                () -> tables.write(sql -> {
                    var table = new SecondFactorTable(sql);
                    var row = table.find(account).orElseThrow(SecondFactors::notBegun);
                    if (row.confirmed()) {
                        throw alreadyOn();
                    }
                    if (!usesUp(table, account, row, code)) {
                        return Optional.empty();
                    }
                    table.confirm(account, clock.instant());
                    return Optional.of(newCodes(table, account));
                }));
    }

    /** Whether it is a code of the app or a recovery code; it is used up then. */
    public boolean accepts(String account, String typed, String address) {
        String code = typed.replace(" ", "");
        return attempt(
                        account,
                        address,
                        () -> tables.write(sql -> {
                            var table = new SecondFactorTable(sql);
                            var row = table.find(account).filter(SecondFactorTable.Row::confirmed);
                            boolean good = row.isPresent()
                                    && (TOTP_CODE.matcher(code).matches()
                                            ? usesUp(table, account, row.get(), code)
                                            : table.useCode(account, RecoveryCodes.fingerprint(account, code)));
                            return good ? Optional.of(true) : Optional.empty();
                        }))
                .isPresent();
    }

    /** Fresh recovery codes instead of those before. */
    public List<String> renewCodes(String account) {
        return tables.write(sql -> newCodes(new SecondFactorTable(sql), account));
    }

    private interface Attempt<T> {
        Optional<T> make();
    }

    private <T> Optional<T> attempt(String account, String address, Attempt<T> attempt) {
        List<String> keys = List.of("second factor " + account, "address " + address);
        lockOut.attempt(keys);
        Optional<T> result = attempt.make();
        if (result.isPresent()) {
            lockOut.succeeded(keys);
        }
        return result;
    }

    private boolean usesUp(SecondFactorTable table, String account, SecondFactorTable.Row row, String code)
            throws SQLException {
        OptionalLong step =
                Totp.of(opened(account, row.secret())).step(code.replace(" ", ""), clock.instant(), row.lastStep());
        return step.isPresent() && table.use(account, step.getAsLong());
    }

    private static List<String> newCodes(SecondFactorTable table, String account) throws SQLException {
        List<String> codes = RecoveryCodes.fresh();
        table.setCodes(
                account,
                codes.stream()
                        .map(code -> RecoveryCodes.fingerprint(account, code))
                        .toList());
        return codes;
    }

    private String opened(String account, String sealed) {
        try {
            return box.open(sealed, account);
        } catch (GeneralSecurityException e) {
            throw Problem.conflict(new Text(
                            "Nyckeln som andra faktorn är krypterad med finns inte längre.",
                            "The key that the second factor is encrypted with is gone."))
                    .withNext(new Text(
                            "Använd en återställningskod, eller be en administratör nollställa andra faktorn.",
                            "Use a recovery code, or ask an administrator to reset the second factor."))
                    .causedBy(e);
        }
    }

    private static Problem alreadyOn() {
        return Problem.conflict(new Text("Andra faktorn är redan påslagen.", "The second factor is on already."))
                .withNext(new Text("Stäng av den först.", "Switch it off first."));
    }

    private static Problem notBegun() {
        return Problem.conflict(new Text("Ingen andra faktor har påbörjats.", "No second factor has been begun."))
                .withNext(new Text("Hämta en ny nyckel.", "Get a new secret."));
    }
}
