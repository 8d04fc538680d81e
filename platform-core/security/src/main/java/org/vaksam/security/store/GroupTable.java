package org.vaksam.security.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vaksam.spi.data.Sql;

/** Tables {@code account_group} and {@code account_group_member}. */
public final class GroupTable {
    /**
     * Some people who are granted things together.
     *
     * @param externalKey what another system calls it
     * @param members     how many
     */
    public record Group(String id, String name, Optional<String> externalKey, int version, long members) {}

    private static final String SELECT = "SELECT g.id, g.name, g.external_key, g.version,"
            + " (SELECT COUNT(*) FROM account_group_member m WHERE m.member_group = g.id) AS members"
            + " FROM account_group g ";

    private final Sql sql;

    public GroupTable(Sql sql) {
        this.sql = sql;
    }

    public List<Group> all() throws SQLException {
        return groups("ORDER BY g.name");
    }

    public Optional<Group> find(String id) throws SQLException {
        return groups("WHERE g.id = ?", id).stream().findFirst();
    }

    private List<Group> groups(String where, Object... parameters) throws SQLException {
        return sql.list(
                SELECT + where,
                row -> new Group(
                        row.getString("id"),
                        row.getString("name"),
                        Optional.ofNullable(row.getString("external_key")),
                        row.getInt("version"),
                        row.getLong("members")),
                parameters);
    }

    /** Ids of its members. */
    public Set<String> members(String group) throws SQLException {
        return new TreeSet<>(sql.list(
                "SELECT account FROM account_group_member WHERE member_group = ?", row -> row.getString(1), group));
    }

    public void insert(Group group) throws SQLException {
        sql.update(
                "INSERT INTO account_group (name, external_key, version, id) VALUES (?, ?, ?, ?)",
                group.name(),
                group.externalKey(),
                group.version(),
                group.id());
    }

    public void update(Group group) throws SQLException {
        sql.update(
                "UPDATE account_group SET name = ?, external_key = ?, version = ? WHERE id = ?",
                group.name(),
                group.externalKey(),
                group.version(),
                group.id());
    }

    public void delete(String id) throws SQLException {
        sql.update("DELETE FROM account_group_member WHERE member_group = ?", id);
        sql.update("DELETE FROM account_group WHERE id = ?", id);
    }

    /** From now on the group has exactly these members. */
    public void setMembers(String group, Set<String> accounts) throws SQLException {
        sql.update("DELETE FROM account_group_member WHERE member_group = ?", group);
        var rows = new ArrayList<@Nullable Object[]>();
        accounts.forEach(account -> rows.add(new Object[] {group, account}));
        sql.batch("INSERT INTO account_group_member (member_group, account) VALUES (?, ?)", rows);
    }

    /** Names of the groups with a key that the account is in. */
    public Set<String> followedBy(String account) throws SQLException {
        return new TreeSet<>(sql.list(
                "SELECT g.name FROM account_group g JOIN account_group_member m ON m.member_group = g.id"
                        + " WHERE m.account = ? AND g.external_key IS NOT NULL",
                row -> row.getString(1),
                account));
    }

    /** From now on the account is in those groups with a key that another system says, and in those without as before. */
    public void follow(String account, Set<String> externalKeys) throws SQLException {
        sql.update(
                "DELETE FROM account_group_member WHERE account = ? AND member_group IN"
                        + " (SELECT id FROM account_group WHERE external_key IS NOT NULL)",
                account);
        for (String key : externalKeys) {
            sql.update(
                    "INSERT INTO account_group_member (member_group, account)"
                            + " SELECT g.id, a.id FROM account_group g, account a WHERE g.external_key = ? AND a.id = ?",
                    key,
                    account);
        }
    }
}
