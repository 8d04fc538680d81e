package org.vaksam.records.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.data.Ids;
import org.vaksam.spi.data.Sql;

/** The table of links: a row for each record that is linked, so that a link is found, exported and removed with either. */
public final class LinkTable {
    private static final String COLUMNS =
            "link_id, record_id, relation, other_record, other_asset, note, made_at, made_by";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM record_link ";

    private final Sql sql;

    public LinkTable(Sql sql) {
        this.sql = sql;
    }

    /** Those of these records, oldest first. */
    List<Link> of(Collection<String> records) throws SQLException {
        List<@Nullable Object[]> each = new ArrayList<>();
        records.forEach(record -> each.add(new Object[] {record}));
        return sql.listEach(SELECT + "WHERE record_id = ? ORDER BY made_at, id", LinkTable::link, each);
    }

    /** Those that lead to an asset and were made before this one, newest first. */
    List<Link> toAsset(String asset, String before, int limit) throws SQLException {
        return sql.list(
                SELECT + "WHERE other_asset = ? AND link_id < ? ORDER BY link_id DESC FETCH FIRST " + limit
                        + " ROWS ONLY",
                LinkTable::link,
                asset,
                before);
    }

    /** The side of this record of a link. */
    Optional<Link> find(String record, String link) throws SQLException {
        return sql.first(SELECT + "WHERE record_id = ? AND link_id = ?", LinkTable::link, record, link);
    }

    /** The same connection, if it is there already. */
    Optional<Link> same(String record, Relation relation, String target) throws SQLException {
        return sql.first(
                SELECT + "WHERE record_id = ? AND relation = ? AND target = ?",
                LinkTable::link,
                record,
                relation.id(),
                target);
    }

    long count(String record) throws SQLException {
        return sql.number("SELECT COUNT(*) FROM record_link WHERE record_id = ?", record);
    }

    /** Both sides. */
    void insert(Link link) throws SQLException {
        insertSide(link);
        Optional<Link> mirrored = link.mirrored();
        if (mirrored.isPresent()) {
            insertSide(mirrored.get());
        }
    }

    /** One side, as an archive brings it back. */
    void insertSide(Link link) throws SQLException {
        sql.update(
                "INSERT INTO record_link (id, link_id, record_id, relation, target, other_record, other_asset, note,"
                        + " made_at, made_by) VALUES (" + Sql.places(10) + ")",
                Ids.next(),
                link.id(),
                link.record(),
                link.relation().id(),
                link.target(),
                link.otherRecord(),
                link.otherAsset(),
                link.note(),
                link.at(),
                link.by());
    }

    void delete(String link) throws SQLException {
        sql.update("DELETE FROM record_link WHERE link_id = ?", link);
    }

    /** What other records keep of a record that leaves no trace. */
    public void forget(String record) throws SQLException {
        sql.update("DELETE FROM record_link WHERE other_record = ?", record);
        sql.update("DELETE FROM record_link_dismissal WHERE other_record = ?", record);
    }

    /** Keeps these records as they are until the transaction ends; in an order in which no two wait for each other. */
    static boolean lock(Sql sql, String... records) throws SQLException {
        boolean all = true;
        for (String record : new TreeSet<>(Set.of(records))) {
            all &= sql.update("UPDATE record SET version = version WHERE id = ?", record) == 1;
        }
        return all;
    }

    static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getString("link_id"),
                row.getString("record_id"),
                Relation.of(row.getString("relation")).orElse(Relation.RELATED),
                Optional.ofNullable(row.getString("other_record")),
                Optional.ofNullable(row.getString("other_asset")),
                row.getString("note"),
                Sql.instant(row, "made_at").orElseThrow(),
                Optional.ofNullable(row.getString("made_by")));
    }
}
