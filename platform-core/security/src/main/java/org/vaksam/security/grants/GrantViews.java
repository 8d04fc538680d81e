package org.vaksam.security.grants;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vaksam.api.text.Text;
import org.vaksam.security.organisation.UnitDirectory;
import org.vaksam.security.store.AccountRow;
import org.vaksam.security.store.AccountTable;
import org.vaksam.security.store.GrantRow;
import org.vaksam.security.store.GroupTable;
import org.vaksam.security.store.GroupTable.Group;
import org.vaksam.security.store.RoleTable;
import org.vaksam.security.store.RoleTable.Role;
import org.vaksam.spi.data.Sql;

/** Puts names to the ids of grants. */
final class GrantViews {
    private final Sql sql;
    private final UnitDirectory units;
    private final LocalDate today;
    private final Map<String, Role> roles;
    private final Map<String, Group> groups;

    GrantViews(Sql sql, UnitDirectory units, LocalDate today) throws SQLException {
        this.sql = sql;
        this.units = units;
        this.today = today;
        roles = new RoleTable(sql).all().stream().collect(Collectors.toMap(Role::id, Function.identity()));
        groups = new GroupTable(sql).all().stream().collect(Collectors.toMap(Group::id, Function.identity()));
    }

    GrantView of(GrantRow row) throws SQLException {
        Optional<Role> role = Optional.ofNullable(roles.get(row.role()));
        return new GrantView(
                row.id(),
                row.group().isPresent() ? "group" : "account",
                holder(row),
                new GrantView.Role(row.role(), role.map(Role::title).orElse(Text.same(row.role()))),
                row.unit().map(this::unit),
                row.from(),
                row.to(),
                state(row, role.map(Role::asleep).orElse(true)),
                row.created(),
                row.version());
    }

    private GrantView.Named holder(GrantRow row) throws SQLException {
        if (row.group().isPresent()) {
            String id = row.group().get();
            return new GrantView.Named(
                    id, Optional.ofNullable(groups.get(id)).map(Group::name).orElse(id));
        }
        String id = row.account().orElseThrow();
        return new GrantView.Named(
                id, new AccountTable(sql).byId(id).map(AccountRow::name).orElse(id));
    }

    private GrantView.Unit unit(String id) {
        return units.find(id)
                .map(unit -> new GrantView.Unit(id, unit.code(), unit.name()))
                .orElse(new GrantView.Unit(id, "", Text.same(id)));
    }

    private String state(GrantRow row, boolean asleep) {
        if (row.to().filter(today::isAfter).isPresent()) {
            return "past";
        }
        if (row.from().filter(today::isBefore).isPresent()) {
            return "coming";
        }
        return asleep ? "asleep" : "current";
    }
}
