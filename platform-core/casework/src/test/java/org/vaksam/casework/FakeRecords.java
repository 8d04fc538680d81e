package org.vaksam.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.text.Text;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSearch;
import org.vaksam.spi.records.RecordSource;
import org.vaksam.spi.records.RecordShares;
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
        var row = new RecordRow(
                id,
                "INC-2026-" + id.substring(id.length() - 6),
                TYPE,
                "theft",
                1,
                "Stulen cykel",
                "",
                "received",
                phase,
                Optional.of(unit),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                OptionalInt.empty(),
                Optional.of(assignee),
                Secrecy.of(secrecy),
                "console",
                Optional.empty(),
                Map.of(),
                1,
                Instant.EPOCH,
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty());
        rows.put(id, row);
        return row;
    }

    public void remove(String id) {
        rows.remove(id);
    }

    @Override
    public RecordRow require(String idOrNumber) {
        return Optional.ofNullable(rows.get(idOrNumber))
