package org.vaksam.records.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Scope;
import org.vaksam.api.text.Text;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordShares;
import org.vaksam.spi.records.RecordVisibility;
import org.vaksam.spi.security.Accounts;
import org.vaksam.spi.security.Accounts.Account;
import org.vaksam.spi.security.Grants;
import org.vaksam.spi.security.Grants.Reason;
import org.vaksam.spi.security.Units;

/** Says why somebody can see a record, by the same rule that lets them see it. */
@Component(service = WhySeen.class)
public final class WhySeen {
    /** The answer; {@code chain} is empty when there is no reason at all. */
    public record Answer(Person account, boolean sees, List<Step> chain) {}

    /** Whose sight it is. */
    public record Person(String id, String name, boolean enabled) {}

    /**
     * One reason.
     *
     * @param because {@code grant}, {@code reporter}, {@code assignee} or {@code share}
     * @param unit    where a grant holds; everywhere when empty
     */
    public record Step(
            String because,
            Optional<String> grant,
            Optional<String> group,
            Optional<Text> role,
            Optional<String> permission,
            Optional<Place> unit) {

        static Step of(String because) {
            return new Step(
                    because, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** A unit. */
    public record Place(String id, String code, Text name) {}

    private final Grants grants;
    private final Accounts accounts;
    private final Units units;
    private final RecordShares shares;

    @Activate
    public WhySeen(
            @Reference Grants grants,
            @Reference Accounts accounts,
            @Reference Units units,
            @Reference RecordShares shares) {
        this.shares = shares;
        this.grants = grants;
        this.accounts = accounts;
        this.units = units;
    }

    /** Where nothing is shared. */
    public WhySeen(Grants grants, Accounts accounts, Units units) {
        this(grants, accounts, units, RecordShares.NONE);
    }

    /** Why the account sees the record, or that it does not. */
    public Answer of(RecordRow row, String idOrUsername) {
        Account account = accounts.find(idOrUsername)
                .orElseThrow(() -> Problem.notFound(new Text("Kontot finns inte.", "There is no such account.")));
        List<Reason> reasons = reasons(account, row);
        boolean sees = sees(account, reasons, row);
        var chain = new ArrayList<Step>();
        if (sees) {
            Optional<String> id = Optional.of(account.id());
            Stream.of(row.createdBy()).filter(id::equals).forEach(own -> chain.add(Step.of("reporter")));
            Stream.of(row.assignee()).filter(id::equals).forEach(own -> chain.add(Step.of("assignee")));
            if (visibility(account, reasons, row).isShared(row, shares)) {
                chain.add(Step.of("share"));
            }
            reasons.stream()
                    .filter(reason -> matters(reason, row))
                    .map(this::step)
                    .forEach(chain::add);
        }
        return new Answer(new Person(account.id(), account.name(), account.enabled()), sees, chain);
    }

    /** Whether the account sees the record. */
    boolean sees(String account, RecordRow row) {
        return accounts.find(account)
                .filter(found -> sees(found, reasons(found, row), row))
                .isPresent();
    }

    private List<Reason> reasons(Account account, RecordRow row) {
        Set<String> asked = Stream.of("read", "create", "handle", "restricted")
                .map(verb -> RecordPermissions.id(row.type(), verb))
                .collect(Collectors.toSet());
        return grants.reasons(account.id(), asked);
    }

    private boolean sees(Account account, List<Reason> reasons, RecordRow row) {
        return account.enabled() && visibility(account, reasons, row).shows(row, units, shares);
    }

    private static RecordVisibility visibility(Account account, List<Reason> reasons, RecordRow row) {
        return RecordVisibility.of(caller(account, reasons), row.type());
    }

    private boolean matters(Reason reason, RecordRow row) {
        boolean reads = reason.permission().equals("*")
                || reason.permission().endsWith(":read")
                || RecordVisibility.isRestricted(row) && reason.permission().endsWith(":restricted");
        return reads && scope(reason).covers(RecordVisibility.path(row, units));
    }

    private Step step(Reason reason) {
        return new Step(
                "grant",
                Optional.of(reason.grant()),
                reason.group(),
                Optional.of(reason.title()),
                Optional.of(reason.permission()),
                reason.unit().map(this::place));
    }

    private Place place(String id) {
        return units.find(id)
                .map(unit -> new Place(id, unit.code(), unit.name()))
                .orElse(new Place(id, "", Text.same(id)));
    }

    private static Caller caller(Account account, List<Reason> reasons) {
        BinaryOperator<Scope> either = Scope::or;
        Map<String, Scope> scopes =
                reasons.stream().collect(Collectors.toMap(Reason::permission, WhySeen::scope, either));
        return new Caller(Caller.Kind.SESSION, Optional.of(account.id()), account.name(), scopes, Locale.ENGLISH);
    }

    private static Scope scope(Reason reason) {
        return reason.unit().map(Scope::below).orElse(Scope.EVERYWHERE);
    }
}
