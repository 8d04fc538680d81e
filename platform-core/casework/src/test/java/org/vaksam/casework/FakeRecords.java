package org.vaksam.casework;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.text.Text;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSearch;
import org.vaksam.spi.records.RecordShares;
import org.vaksam.spi.records.RecordSource;
import org.vaksam.spi.records.RecordVisibility;
import org.vaksam.spi.records.Secrecy;

/** Records in memory, seen and handled by whoever has the permissions for their units; accounts in {@code blind} see none. */
public final class FakeRecords implements RecordAccess, RecordSource, RecordSearch {
    public static final String TYPE = "incidents.report";

    public final Set<String> blind = new HashSet<>();
    private final Map<String, RecordRow> rows = new TreeMap<>();
    private final Access access;

    FakeRecords(Access access) {
        this.access = access;
    }

    public RecordRow add(String id, String unit, String assignee) {
        return put(id, unit, assignee, "open", "internal");
    }

    public RecordRow put(String id, String unit, String assignee, String phase, String secrecy) {
        RecordRow row = RecordRow.builder(id, "INC-2026-" + id.substring(id.length() - 6), TYPE, "theft")
                .title("Stulen cykel")
                .state("received", phase)
                .unit(Optional.of(unit))
                .assignee(Optional.of(assignee))
                .secrecy(Secrecy.of(secrecy))
                .channel("console")
                .build();
        rows.put(id, row);
        return row;
    }

    public void remove(String id) {
        rows.remove(id);
    }

    @Override
    public RecordRow require(String idOrNumber) {
        return Optional.ofNullable(rows.get(idOrNumber))
                .filter(this::shows)
                .orElseThrow(() -> Problem.notFound(Text.same("no such record")));
    }

    @Override
    public boolean shows(RecordRow row) {
        return RecordVisibility.of(access.caller(), row.type()).shows(row, FakeOffice.units(), RecordShares.NONE);
    }

    @Override
    public boolean showsSecrets(RecordRow row) {
        return shows(row);
    }

    @Override
    public boolean mayHandle(RecordRow row) {
        return access.caller()
                .scope(RecordVisibility.permission(row.type(), "handle"))
                .covers(RecordVisibility.path(row, FakeOffice.units()));
    }

    @Override
    public void requireHandle(RecordRow row) {
        if (!mayHandle(row)) {
            throw Problem.forbidden(RecordVisibility.permission(row.type(), "handle"));
        }
    }

    @Override
    public boolean maySee(String account, RecordRow row) {
        return !blind.contains(account);
    }

    @Override
    public List<RecordRow> byIds(List<String> ids) {
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<RecordRow> page(Optional<String> afterId, int limit) {
        return new ArrayList<>(rows.values());
    }

    @Override
    public long count() {
        return rows.size();
    }

    @Override
    public Page search(RecordQuery query) {
        List<String> assignees = Objects.requireNonNull(query.filters().get("assignee"));
        List<String> ids = rows.values().stream()
                .filter(row -> row.phase().equals("open"))
                .filter(row -> row.assignee().filter(assignees::contains).isPresent())
                .map(RecordRow::id)
                .toList();
        return new Page(ids, ids.size(), Optional.empty());
    }
}
