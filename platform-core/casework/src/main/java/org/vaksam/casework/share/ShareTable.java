package org.vaksam.casework.share;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordShares;

/**
 * Table {@code record_share}. A share that has ended stays until somebody takes it away: whether it holds is always told by
 * today's date, so nothing has to happen at midnight and a clock that goes wrong for a while destroys nothing.
 */
@Component(service = {RecordShares.class, ShareTable.class})
public final class ShareTable implements RecordShares {
    private static final int AT_ONCE = 512;

    /** A row. */
    public record Shared(String record, String party, boolean unit, Optional<String> by, Instant at, LocalDate until) {}

    private final CaseworkTables tables;
    private final Clock clock;

    @Activate
    public ShareTable(@Reference CaseworkTables tables, @Reference Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SwedishTime.ZONE);
    }

    @Override
    public boolean isSharedWith(String record, Set<String> parties) {
        LocalDate today = today();
        return rows("record_id = ?", record).stream()
                .anyMatch(share ->
                        parties.contains(share.party()) && !share.until().isBefore(today));
    }

    @Override
    public Map<String, List<Share>> of(Collection<String> records) {
        var found = new ArrayList<Shared>();
        List<String> ids = List.copyOf(records);
        for (int start = 0; start < ids.size(); start += AT_ONCE) {
            Object[] some = Sql.filled(ids.subList(start, Math.min(ids.size(), start + AT_ONCE)));
            found.addAll(rows("record_id IN (" + Sql.places(some.length) + ")", some));
        }
        return found.stream()
                .collect(Collectors.groupingBy(
                        Shared::record,
                        Collectors.mapping(share -> new Share(share.party(), share.until()), Collectors.toList())));
    }

    /** Of one record, ended ones among them. */
    List<Shared> ofRecord(String record) {
        return rows("record_id = ? ORDER BY shared_at, party", record);
    }

    /** What these parties see today because it is shared with them; the newest records first, before this one. */
    List<Shared> with(Set<String> parties, Optional<String> before, int limit) {
        var parameters = new ArrayList<Object>(parties);
        parameters.add(today().toString());
        parameters.add(before.orElse("~"));
        return rows(
                "party IN (" + Sql.places(parties.size()) + ") AND until_day >= ? AND record_id < ?"
                        + " ORDER BY record_id DESC, party FETCH FIRST " + limit + " ROWS ONLY",
                parameters.toArray());
    }

    /** Shares, or changes until when. */
    void put(Shared share) {
        tables.database().write(sql -> {
            sql.update("DELETE FROM record_share WHERE record_id = ? AND party = ?", share.record(), share.party());
            return sql.update(
                    "INSERT INTO record_share (record_id, party, is_unit, shared_by, shared_at, until_day)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    share.record(),
                    share.party(),
                    share.unit(),
                    share.by(),
                    share.at(),
                    share.until().toString());
        });
    }

    /** Takes it away; false when there was none. */
    boolean remove(String record, String party) {
        return tables.database()
                        .write(sql ->
                                sql.update("DELETE FROM record_share WHERE record_id = ? AND party = ?", record, party))
                == 1;
    }

    private List<Shared> rows(String condition, Object... parameters) {
        return tables.database()
                .read(sql -> sql.list("SELECT * FROM record_share WHERE " + condition, ShareTable::shared, parameters));
    }

    private static Shared shared(ResultSet row) throws SQLException {
        return new Shared(
                row.getString("record_id"),
                row.getString("party"),
                row.getBoolean("is_unit"),
                Optional.ofNullable(row.getString("shared_by")),
                Sql.instant(row, "shared_at").orElseThrow(),
                LocalDate.parse(row.getString("until_day")));
    }
}
