package org.vaksam.security.account;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.data.Ids;
import org.vaksam.security.store.GrantRow;
import org.vaksam.security.store.GrantTable;
import org.vaksam.spi.data.Sql;

/** Grants of an archive on their way back: people, groups and units are known by id, otherwise by name. */
final class ArchivedGrants {
    private final Sql sql;
    private final Set<List<Object>> restored = new HashSet<>();

    ArchivedGrants(Sql sql) {
        this.sql = sql;
    }

    /** The name of what is missing here, if anything is; otherwise the grant is there again. */
    Optional<String> restore(String role, Map<String, @Nullable Object> archived) throws SQLException {
        boolean ofGroup = archived.get("group_id") != null;
        String holderName = text(archived, ofGroup ? "group_name" : "username").orElse("");
        Optional<String> holder = ofGroup
                ? id("account_group", "name", text(archived, "group_id"), holderName)
                : id("account", "username", text(archived, "id"), holderName);
        Optional<String> unitName = text(archived, "unit_code");
        Optional<String> unit =
                unitName.isEmpty() ? Optional.empty() : id("unit", "code", text(archived, "unit_id"), unitName.get());
        if (holder.isEmpty()) {
            return Optional.of(holderName);
        }
        if (unitName.isPresent() && unit.isEmpty()) {
            return unitName;
        }
        Optional<LocalDate> from = text(archived, "valid_from").map(LocalDate::parse);
        Optional<LocalDate> to = text(archived, "valid_to").map(LocalDate::parse);
        if (restored.add(List.of(holder, role, unit, from, to))) {
            new GrantTable(sql)
                    .insert(new GrantRow(
                            Ids.next(),
                            ofGroup ? Optional.empty() : holder,
                            ofGroup ? holder : Optional.empty(),
                            role,
                            unit,
                            from,
                            to,
                            Instant.now(),
                            1));
        }
        return Optional.empty();
    }

    private Optional<String> id(String table, String column, Optional<String> id, String name) throws SQLException {
        Optional<String> known =
                sql.first("SELECT id FROM " + table + " WHERE id = ?", row -> row.getString(1), id.orElse(""));
        return known.isPresent()
                ? known
                : sql.first("SELECT id FROM " + table + " WHERE " + column + " = ?", row -> row.getString(1), name);
    }

    private static Optional<String> text(Map<String, @Nullable Object> archived, String column) {
        return Optional.ofNullable(archived.get(column)).map(String::valueOf);
    }
}
