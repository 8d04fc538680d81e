package org.vaksam.security.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.security.access.Identity;
import org.vaksam.security.factor.SecondFactors;
import org.vaksam.security.factor.SecondFactors.Enrolment;
import org.vaksam.security.password.PasswordCheck;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.SecondFactorTable;
import org.vaksam.security.store.SecurityTables;

/** What people do with their own second factor. A session alone is not enough: the password is asked for again. */
@Component(service = OwnSecondFactor.class)
public final class OwnSecondFactor {
    private final SecurityTables tables;
    private final PasswordCheck passwordCheck;
    private final SecondFactors factors;
    private final Journal journal;

    @Activate
    public OwnSecondFactor(
            @Reference SecurityTables tables,
            @Reference PasswordCheck passwordCheck,
            @Reference SecondFactors factors,
            @Reference Journal journal) {
        this.tables = tables;
        this.passwordCheck = passwordCheck;
        this.factors = factors;
        this.journal = journal;
    }

    /** How it stands. */
    public SecondFactors.State state(Identity person) {
        return factors.state(person.account());
    }

    /** A secret for the app; nothing changes until {@link #confirm}. */
    public Enrolment begin(Identity person, String password, String address) {
        checkPassword(person, password, address);
        var account = tables.read(sql -> new AccountTable(sql).byId(person.account()));
        return factors.begin(account.orElseThrow());
    }

    /** Switches it on; answers the recovery codes. */
    public List<String> confirm(Identity person, String code, String address) {
        List<String> codes = factors.confirm(person.account(), code, address).orElseThrow(OwnSecondFactor::wrongCode);
        note("second-factor.enabled", person);
        return codes;
    }

    /** Fresh recovery codes; those before are good no longer. */
    public List<String> renewCodes(Identity person, String password, String code, String address) {
        check(person, password, code, address);
        List<String> codes = factors.renewCodes(person.account());
        note("second-factor.codes-renewed", person);
        return codes;
    }

    /** Switches it off, unless the person must have one. */
    public void disable(Identity person, String password, String code, String address) {
        if (factors.state(person.account()).required()) {
            throw Problem.conflict(new Text(
                            "Din organisation kräver en andra faktor.", "Your organisation requires a second factor."))
                    .withNext(new Text(
                            "Be en administratör nollställa den om du har bytt telefon.",
                            "Ask an administrator to reset it if you have a new telephone."));
        }
        check(person, password, code, address);
        tables.write(sql -> {
            new SecondFactorTable(sql).delete(person.account());
            note("second-factor.disabled", person);
            return true;
        });
    }

    private void check(Identity person, String password, String code, String address) {
        checkPassword(person, password, address);
        if (!factors.accepts(person.account(), code, address)) {
            throw wrongCode();
        }
    }

    private void checkPassword(Identity person, String password, String address) {
        Optional<String> hash = tables.read(sql -> new AccountTable(sql).password(person.account()));
        if (!passwordCheck.fits(person.username(), address, password, hash)) {
            throw Problem.invalid(List.of(
                    new FieldProblem("password", new Text("Lösenordet stämmer inte.", "The password is not right."))));
        }
    }

    private void note(String action, Identity person) {
        journal.append(new Journal.Entry(action, "account", person.account(), Map.of()));
    }

    private static Problem wrongCode() {
        return Problem.invalid(List.of(new FieldProblem(
                "code",
                new Text(
                        "Koden är fel, för gammal eller redan använd.",
                        "The code is wrong, too old or was used before."))));
    }
}
