package org.vaksam.records.asset;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.spi.data.Sql;

/** The table of dependencies between assets. */
final class DependencyTable {
    /** An asset depends on, or supplies, its target. */
    record Dependency(String id, String asset, String relation, String target) {}

    private static final String SELECT = "SELECT id, asset_id, relation, target_id FROM asset_dependency ";

    private final Sql sql;

    DependencyTable(Sql sql) {
        this.sql = sql;
    }

    /** Those from and to an asset. */
    List<Dependency> about(String asset) throws SQLException {
        return select("WHERE asset_id = ? OR target_id = ? ORDER BY id", asset, asset);
    }

    Optional<Dependency> find(String id) throws SQLException {
        return select("WHERE id = ?", id).stream().findFirst();
    }

    Optional<Dependency> find(String asset, String relation, String target) throws SQLException {
        return select("WHERE asset_id = ? AND relation = ? AND target_id = ?", asset, relation, target).stream()
                .findFirst();
    }

    /** What these have this relation to. */
    List<String> targets(Collection<String> assets, String relation) throws SQLException {
        return sql.listEach(
                "SELECT target_id FROM asset_dependency WHERE asset_id = ? AND relation = ?",
                row -> row.getString(1),
                assets.stream()
                        .map(asset -> new @Nullable Object[] {asset, relation})
                        .toList());
    }

    void insert(Dependency one) throws SQLException {
        sql.update(
                "INSERT INTO asset_dependency (id, asset_id, relation, target_id) VALUES (?, ?, ?, ?)",
                one.id(),
                one.asset(),
                one.relation(),
                one.target());
    }

    boolean delete(String id) throws SQLException {
        return sql.update("DELETE FROM asset_dependency WHERE id = ?", id) == 1;
    }

    private List<Dependency> select(String where, String... parameters) throws SQLException {
        return sql.list(
                SELECT + where,
                row -> new Dependency(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                (Object[]) parameters);
    }
}
