package org.vaksam.security.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.security.Scope;
import org.vaksam.spi.data.Sql;

/** Table {@code access_grant}: who has which role where, and when. */
public final class GrantTable {
    /**
     * One way in which somebody has a permission.
     *
     * @param permission may be {@code *}
     */
    public record Held(GrantRow grant, String permission) {}

    /** A person and one of the grants by which they have a role. */
    public record Holding(String account, String name, GrantRow grant) {}

    private static final String COLUMNS =
            "g.id, g.account, g.member_group, g.role, g.unit, g.valid_from, g.valid_to, g.created, g.version";

    /** A sleeping role or permission lets people read: what a missing module left stays readable for those who could before. */
    private static final String HELD = "SELECT " + COLUMNS + ", %s AS holder, rp.permission FROM access_grant g"
            + " JOIN role r ON r.id = g.role JOIN role_permission rp ON rp.role = r.id"
            + " LEFT JOIN permission p ON p.id = rp.permission %s"
            + " AND (g.valid_from IS NULL OR g.valid_from <= ?) AND (g.valid_to IS NULL OR g.valid_to >= ?)"
            + " AND (rp.permission LIKE '%%:read' OR r.asleep = FALSE AND (p.asleep IS NULL OR p.asleep = FALSE))";

    private static final String MEMBERS = "JOIN account_group_member m ON m.member_group = g.member_group ";
    private static final String HELD_BY_ACCOUNT = heldBy("= ?");
    private static final String HOLDERS =
            "SELECT h.account FROM access_grant h WHERE h.role = ? AND h.account IS NOT NULL"
                    + " UNION SELECT n.account FROM access_grant h"
                    + " JOIN account_group_member n ON n.member_group = h.member_group WHERE h.role = ?";
    private static final String HELD_BY_HOLDERS = heldBy("IN (" + HOLDERS + ")");

    private final Sql sql;

    public GrantTable(Sql sql) {
        this.sql = sql;
    }

    private static String heldBy(String accounts) {
        return HELD.formatted("g.account", "WHERE g.account " + accounts)
                + " UNION ALL "
                + HELD.formatted("m.account", MEMBERS + "WHERE m.account " + accounts);
    }

    /** The day that grants go by at this moment. */
    public static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, SwedishTime.ZONE);
    }

    /** Where an account has each of its permissions on a day, by itself and through its groups. */
    public Map<String, Scope> scopes(String account, LocalDate day) throws SQLException {
        var scopes = new HashMap<String, Scope>();
        for (Held held : held(account, day)) {
            scopes.merge(held.permission(), held.grant().scope(), Scope::or);
        }
        return scopes;
    }

    /** Every way in which an account has a permission on a day. */
    public List<Held> held(String account, LocalDate day) throws SQLException {
        Date date = Date.valueOf(day);
        return sql.list(
                HELD_BY_ACCOUNT,
                row -> new Held(row(row), row.getString("permission")),
                account,
                date,
                date,
                account,
                date,
                date);
    }

    /** The same for everybody who has a role at some time, by account. */
    public Map<String, List<Held>> heldByHoldersOf(String role, LocalDate day) throws SQLException {
        Date date = Date.valueOf(day);
        var held = new HashMap<String, List<Held>>();
        sql.list(
                HELD_BY_HOLDERS,
                row -> held.computeIfAbsent(row.getString("holder"), account -> new ArrayList<>())
                        .add(new Held(row(row), row.getString("permission"))),
                role,
                role,
                date,
                date,
                role,
                role,
                date,
                date);
        return held;
    }

    /** Accounts with a grant in a unit on a day, by the unit; grants everywhere are not among them. */
    public Map<String, Set<String>> holdersByUnit(LocalDate day) throws SQLException {
        Date date = Date.valueOf(day);
        var holders = new HashMap<String, Set<String>>();
        sql.list(
                "SELECT g.unit, COALESCE(g.account, m.account) AS holder FROM access_grant g"
                        + " LEFT " + MEMBERS
                        + "WHERE g.unit IS NOT NULL AND (g.account IS NOT NULL OR m.account IS NOT NULL)"
                        + " AND (g.valid_from IS NULL OR g.valid_from <= ?)"
                        + " AND (g.valid_to IS NULL OR g.valid_to >= ?)",
                row -> holders.computeIfAbsent(row.getString("unit"), unit -> new HashSet<>())
                        .add(row.getString("holder")),
                date,
                date);
        return holders;
    }

    /** Until the transaction ends nobody else changes grants: whether an administrator remains is judged over all of them. */
    public void lock() throws SQLException {
        sql.update("LOCK TABLE access_grant IN EXCLUSIVE MODE");
    }

    public Optional<GrantRow> find(String id) throws SQLException {
        return select("WHERE g.id = ?", id).stream().findFirst();
    }

    /** Those that fit, the newest first, made before the one with this id. */
    public List<GrantRow> page(GrantFilter filter, String beforeId, int limit) throws SQLException {
        var parameters = new ArrayList<Object>(filter.parameters());
        parameters.add(beforeId);
        return select(
                "WHERE " + filter.where() + " AND g.id < ? ORDER BY g.id DESC FETCH FIRST " + limit + " ROWS ONLY",
                parameters.toArray());
    }

    public List<GrantRow> ofGroup(String group) throws SQLException {
        return select("WHERE g.member_group = ? ORDER BY g.id", group);
    }

    public List<GrantRow> ofRole(String role) throws SQLException {
        return select("WHERE g.role = ? ORDER BY g.id", role);
    }

    /** Those of the same role to the same person or group. */
    public List<GrantRow> withHolderAndRoleOf(GrantRow grant) throws SQLException {
        return grant.account().isPresent()
                ? select("WHERE g.account = ? AND g.role = ?", grant.account().get(), grant.role())
                : select(
                        "WHERE g.member_group = ? AND g.role = ?", grant.group().orElseThrow(), grant.role());
    }

    /** Everybody who has the role at some time, by themselves or through a group; by name. */
    public List<Holding> holdings(String role) throws SQLException {
        return holdings(role, "");
    }

    /** The same without machines and without accounts that are switched off. */
    public List<Holding> answering(String role) throws SQLException {
        return holdings(role, " AND a.enabled = TRUE AND a.service = FALSE");
    }

    private List<Holding> holdings(String role, String also) throws SQLException {
        return sql.list(
                "SELECT " + COLUMNS + ", a.id AS holder, a.name FROM access_grant g LEFT " + MEMBERS
                        + "JOIN account a ON a.id = COALESCE(g.account, m.account) WHERE g.role = ?" + also
                        + " ORDER BY a.name, a.id",
                row -> new Holding(row.getString("holder"), row.getString("name"), row(row)),
                role);
    }

    public void insert(GrantRow grant) throws SQLException {
        sql.update(
                "INSERT INTO access_grant (id, account, member_group, role, unit, valid_from, valid_to, created, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                grant.id(),
                grant.account(),
                grant.group(),
                grant.role(),
                grant.unit(),
                grant.from().map(Date::valueOf),
                grant.to().map(Date::valueOf),
                grant.created(),
                grant.version());
    }

    /** Writes its last day and its version. */
    public void update(GrantRow grant) throws SQLException {
        sql.update(
                "UPDATE access_grant SET valid_to = ?, version = ? WHERE id = ?",
                grant.to().map(Date::valueOf),
                grant.version(),
                grant.id());
    }

    public void delete(String id) throws SQLException {
        sql.update("DELETE FROM access_grant WHERE id = ?", id);
    }

    private List<GrantRow> select(String where, Object... parameters) throws SQLException {
        return sql.list("SELECT " + COLUMNS + " FROM access_grant g " + where, GrantTable::row, parameters);
    }

    private static GrantRow row(ResultSet row) throws SQLException {
        return new GrantRow(
                row.getString("id"),
                Optional.ofNullable(row.getString("account")),
                Optional.ofNullable(row.getString("member_group")),
                row.getString("role"),
                Optional.ofNullable(row.getString("unit")),
                Optional.ofNullable(row.getDate("valid_from")).map(Date::toLocalDate),
                Optional.ofNullable(row.getDate("valid_to")).map(Date::toLocalDate),
                Sql.instant(row, "created").orElse(Instant.EPOCH),
                row.getInt("version"));
    }
}
