package org.vaksam.security.grants;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
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
import org.vaksam.security.account.RoleGuard;
import org.vaksam.security.input.Input;
import org.vaksam.security.organisation.UnitDirectory;
import org.vaksam.security.store.AccountRow;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.GrantFilter;
import org.vaksam.security.store.GrantRow;
import org.vaksam.security.store.GrantTable;
import org.vaksam.security.store.GroupTable;
import org.vaksam.security.store.RoleTable;
import org.vaksam.security.store.RoleTable.Role;
import org.vaksam.security.store.SecurityTables;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.security.Units;
import org.vaksam.spi.web.EntityTags;

/** Gives and ends grants. */
@Component(service = GrantAdministration.class)
public final class GrantAdministration {
    private static final int LONGEST = 200;

    private final SecurityTables tables;
    private final UnitDirectory units;
    private final Identities identities;
    private final Journal journal;
    private final Clock clock;

    @Activate
    public GrantAdministration(
            @Reference SecurityTables tables,
            @Reference UnitDirectory units,
            @Reference Identities identities,
            @Reference Journal journal,
            @Reference Clock clock) {
        this.tables = tables;
        this.units = units;
        this.identities = identities;
        this.journal = journal;
        this.clock = clock;
    }

    /** Those that fit, the newest first, made before the one with this id. */
    public List<GrantView> list(GrantFilter filter, String beforeId, int limit) {
        return tables.read(sql -> {
            var views = new GrantViews(sql, units, today());
            var found = new ArrayList<GrantView>();
            for (GrantRow row : new GrantTable(sql).page(filter, beforeId, limit)) {
                found.add(views.of(row));
            }
            return found;
        });
    }

    /** A new grant, of what the caller has there themselves. */
    public GrantView create(@Nullable Map<String, @Nullable Object> body, Caller caller) {
        var input = Input.of(body, "account", "group", "role", "unit", "validFrom", "validTo");
        Optional<String> account = input.optionalLine("account", LONGEST);
        Optional<String> group = input.optionalLine("group", LONGEST);
        String role = input.line("role", LONGEST);
        Optional<String> unit = input.optionalLine("unit", LONGEST);
        Optional<LocalDate> from = input.date("validFrom");
        Optional<LocalDate> to = input.date("validTo");
        if (account.isPresent() == group.isPresent()) {
            input.wrong(
                    "account", new Text("Ange antingen account eller group.", "Name either an account or a group."));
        }
        checkLastDay(input, from, to);
        input.check();
        return tables.write(sql -> {
            var table = new GrantTable(sql);
            table.lock();
            Optional<Units.Unit> place = place(input, unit);
            var row = new GrantRow(
                    Ids.next(),
                    account(sql, input, account),
                    group(sql, input, group),
                    role,
                    place.map(Units.Unit::id),
                    from,
                    to,
                    clock.instant(),
                    1);
            Optional<Role> given = new RoleTable(sql).find(role);
            if (given.isEmpty()) {
                input.wrong("role", RoleGuard.unknownRole(role));
            }
            input.check();
            new RoleGuard(sql, caller).checkMayGive(given.orElseThrow(), path(place));
            if (table.withHolderAndRoleOf(row).stream().anyMatch(other -> isSame(other, row))) {
                throw Problem.conflict(new Text("Den tilldelningen finns redan.", "There is such a grant already."));
            }
            table.insert(row);
            changed("grant.created", row);
            return new GrantViews(sql, units, today()).of(row);
        });
    }

    /** Sets or removes the last day. */
    public GrantView change(
            String id, IntPredicate expected, @Nullable Map<String, @Nullable Object> body, Caller caller) {
        var input = Input.of(body, "validTo");
        Optional<LocalDate> to = input.date("validTo");
        input.check();
        return tables.write(sql -> {
            GrantRow before = locked(sql, id, expected);
            checkLastDay(input, before.from(), to);
            input.check();
            Role role = new RoleTable(sql).find(before.role()).orElseThrow();
            var guard = new RoleGuard(sql, caller);
            guard.checkMayGive(role, path(before.unit().flatMap(units::find)));
            GrantRow row = before.until(to);
            new GrantTable(sql).update(row);
            guard.checkAdministratorRemains();
            changed("grant.changed", row);
            return new GrantViews(sql, units, today()).of(row);
        });
    }

    /** Ends it now; the journal keeps that it was. */
    public void end(String id, IntPredicate expected, Caller caller) {
        tables.write(sql -> {
            GrantRow row = locked(sql, id, expected);
            var guard = new RoleGuard(sql, caller);
            guard.checkMayTake(new RoleTable(sql).find(row.role()).orElseThrow().permissions());
            new GrantTable(sql).delete(id);
            guard.checkAdministratorRemains();
            changed("grant.ended", row);
            return row;
        });
    }

    private static GrantRow locked(Sql sql, String id, IntPredicate expected) throws SQLException {
        var table = new GrantTable(sql);
        table.lock();
        GrantRow row = table.find(id)
                .orElseThrow(() -> Problem.notFound(new Text("Tilldelningen finns inte.", "There is no such grant.")));
        EntityTags.check(expected, row.version());
        return row;
    }

    private void checkLastDay(Input input, Optional<LocalDate> from, Optional<LocalDate> to) {
        LocalDate earliest = from.filter(today()::isBefore).orElse(today());
        if (to.isPresent() && to.get().isBefore(earliest)) {
            input.wrong(
                    "validTo",
                    new Text("Ska vara tidigast " + earliest + ".", "Must be " + earliest + " at the earliest."));
        }
    }

    private Optional<Units.Unit> place(Input input, Optional<String> unit) {
        Optional<Units.Unit> place = unit.flatMap(units::find);
        if (unit.isPresent() && place.isEmpty()) {
            input.wrong("unit", new Text("Enheten finns inte.", "There is no such unit."));
        }
        return place;
    }

    private static Optional<String> account(Sql sql, Input input, Optional<String> wanted) throws SQLException {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        var accounts = new AccountTable(sql);
        Optional<AccountRow> found = accounts.byId(wanted.get());
        if (found.isEmpty()) {
            found = accounts.byUsername(wanted.get());
        }
        if (found.isEmpty()) {
            input.wrong("account", new Text("Kontot finns inte.", "There is no such account."));
        }
        return found.map(AccountRow::id);
    }

    private static Optional<String> group(Sql sql, Input input, Optional<String> wanted) throws SQLException {
        if (wanted.isPresent() && new GroupTable(sql).find(wanted.get()).isEmpty()) {
            input.wrong("group", new Text("Gruppen finns inte.", "There is no such group."));
        }
        return wanted;
    }

    /** Whether two grants of one role to one holder differ in nothing else either. */
    private static boolean isSame(GrantRow one, GrantRow other) {
        return one.unit().equals(other.unit())
                && one.from().equals(other.from())
                && one.to().equals(other.to());
    }

    /** Where somebody must have a permission to give it; a unit that is gone is nowhere but everywhere. */
    private static String path(Optional<Units.Unit> unit) {
        return unit.map(Units.Unit::path).orElse("");
    }

    private LocalDate today() {
        return GrantTable.day(clock.instant());
    }

    private void changed(String action, GrantRow row) {
        identities.changed();
        var data = new LinkedHashMap<String, Object>();
        row.account().ifPresent(id -> data.put("account", id));
        row.group().ifPresent(id -> data.put("group", id));
        data.put("role", row.role());
        data.put("unit", row.unit().orElse(""));
        row.from().ifPresent(day -> data.put("validFrom", day.toString()));
        row.to().ifPresent(day -> data.put("validTo", day.toString()));
        journal.append(new Journal.Entry(action, "grant", row.id(), data));
    }
}
