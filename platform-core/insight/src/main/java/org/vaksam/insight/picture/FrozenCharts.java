package org.vaksam.insight.picture;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.data.Ids;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Access;
import org.vaksam.api.text.Text;
import org.vaksam.insight.chart.Chart;
import org.vaksam.insight.chart.Charts;
import org.vaksam.insight.chart.Shape;
import org.vaksam.insight.store.InsightTables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.records.LegalHolds;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordCharts;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.web.EntityTags;

/**
 * Charts of records. Whoever handles a record puts them there, with what they may see themselves; whoever sees the record sees them.
 * Once the record is closed they stay as they were shown. The journal tells that somebody changed them and never what.
 */
@Component(service = {FrozenCharts.class, RecordCharts.class})
public final class FrozenCharts implements RecordCharts {
    static final int MOST = 30;
    private static final int LARGEST_ANSWER = 500_000;

    private final PlatformDatabase database;
    private final Charts charts;
    private final RecordAccess records;
    private final LegalHolds holds;
    private final Journal journal;
    private final Access access;
    private final Clock clock;

    @Activate
    public FrozenCharts(
            @Reference InsightTables tables,
            @Reference Charts charts,
            @Reference RecordAccess records,
            @Reference LegalHolds holds,
            @Reference Journal journal,
            @Reference Access access,
            @Reference Clock clock) {
        this.database = tables.database();
        this.charts = charts;
        this.records = records;
        this.holds = holds;
        this.journal = journal;
        this.access = access;
        this.clock = clock;
    }

    /** Of a record that the caller may see, in their order. */
    List<FrozenChart> of(String record) {
        RecordRow row = records.require(record);
        return database.read(sql -> FrozenChartTable.of(sql, row.id()));
    }

    @Override
    public List<Kept> of(RecordRow record) {
        return database.read(sql -> FrozenChartTable.of(sql, record.id())).stream()
                .map(frozen -> new Kept(
                        frozen.chart().title(),
                        frozen.note(),
                        frozen.chart().shape().word(),
                        frozen.answer(),
                        frozen.frozenAt()))
                .toList();
    }

    /** One of a record that the caller may see. */
    FrozenChart find(String id) {
        FrozenChart chart = database.read(sql -> FrozenChartTable.find(sql, id)).orElseThrow(FrozenCharts::missing);
        try {
            records.require(chart.record());
        } catch (Problem hidden) {
            throw hidden.status() == 404 ? missing() : hidden;
        }
        return chart;
    }

    /** Freezes a chart for the record, behind the others; the same one again is the one there is. */
    FrozenChart add(String record, Chart chart, String note) {
        RecordRow row = open(record);
        FrozenChart frozen = freeze(row, charts.fixed(chart), note);
        return database.write(sql -> {
            List<FrozenChart> before = FrozenChartTable.of(sql, row.id());
            Optional<FrozenChart> same = before.stream()
                    .filter(one -> one.chart().equals(frozen.chart()))
                    .findFirst();
            if (same.isPresent()) {
                return same.get();
            }
            refuseMoreThan(MOST, before.size() + 1);
            FrozenChart last = placed(frozen, before);
            FrozenChartTable.insert(sql, last);
            journal.append(entry("chart.added", row, frozen.id()));
            return last;
        });
    }

    /** The charts of another record, frozen anew about so many days later, for a record that has none. */
    List<FrozenChart> copy(String from, String to, int days) {
        RecordRow row = open(to);
        List<FrozenChart> copies = of(from).stream()
                .map(one -> freeze(row, charts.later(one.chart(), days), ""))
                .toList();
        return database.write(sql -> {
            if (!FrozenChartTable.of(sql, row.id()).isEmpty()) {
                throw Problem.conflict(new Text("Ärendet har redan diagram.", "The record has charts already."));
            }
            var stored = new ArrayList<FrozenChart>();
            for (FrozenChart copy : copies) {
                stored.add(placed(copy, stored));
                FrozenChartTable.insert(sql, stored.get(stored.size() - 1));
                journal.append(entry("chart.added", row, copy.id()));
            }
            return stored;
        });
    }

    /** Changes what it is called, how it is drawn and what is said of it; its data stay. */
    FrozenChart change(String id, IntPredicate expected, String title, Shape shape, String note) {
        return changed(
                id,
                expected,
                "chart.changed",
                before -> before.next(new Chart(title, shape, before.chart().query()), note));
    }

    /** Freezes it again, with what the caller sees now. */
    FrozenChart renew(String id, IntPredicate expected) {
        String answer = answer(find(id).chart());
        return changed(
                id,
                expected,
                "chart.renewed",
                before -> before.frozenAgain(answer, access.caller().person(), now()));
    }

    /** Puts the charts of a record in this order, which names each of them once. */
    List<FrozenChart> order(String record, List<String> ids) {
        RecordRow row = open(record);
        return database.write(sql -> {
            List<FrozenChart> before = FrozenChartTable.of(sql, row.id());
            List<String> known = before.stream().map(FrozenChart::id).toList();
            if (ids.size() != known.size() || !new HashSet<>(ids).equals(new HashSet<>(known))) {
                throw Problem.conflict(new Text(
                                "Diagrammen har ändrats under tiden.", "The charts were changed in the meantime."))
                        .withNext(new Text("Ladda om och ordna dem igen.", "Reload and order them again."));
            }
            for (int i = 0; i < ids.size(); i++) {
                FrozenChartTable.place(sql, ids.get(i), i);
            }
            if (!ids.equals(known)) {
                journal.append(entry("chart.changed", row, ids.get(0)));
            }
            return FrozenChartTable.of(sql, row.id());
        });
    }

    void remove(String id, IntPredicate expected) {
        RecordRow row = open(find(id).record());
        database.write(sql -> {
            FrozenChart chart = FrozenChartTable.find(sql, id).orElseThrow(FrozenCharts::missing);
            EntityTags.check(expected, chart.version());
            holds.refuseRemoval(row);
            if (!FrozenChartTable.delete(sql, chart)) {
                throw EntityTags.stale(chart.version());
            }
            return journal.append(entry("chart.removed", row, id));
        });
    }

    /** Whether the caller may change the charts of a record that they see. */
    boolean mayChange(String record) {
        RecordRow row = records.require(record);
        return isOpen(row) && records.mayHandle(row);
    }

    private FrozenChart changed(String id, IntPredicate expected, String action, UnaryOperator<FrozenChart> change) {
        RecordRow row = open(find(id).record());
        return database.write(sql -> {
            FrozenChart before = FrozenChartTable.find(sql, id).orElseThrow(FrozenCharts::missing);
            EntityTags.check(expected, before.version());
            FrozenChart after = change.apply(before);
            if (!FrozenChartTable.update(sql, after)) {
                throw EntityTags.stale(before.version());
            }
            journal.append(entry(action, row, id));
            return after;
        });
    }

    private FrozenChart freeze(RecordRow row, Chart chart, String note) {
        return new FrozenChart(
                Ids.next(),
                row.id(),
                0,
                chart,
                note,
                answer(chart),
                access.caller().person(),
                now(),
                1);
    }

    private static FrozenChart placed(FrozenChart chart, List<FrozenChart> before) {
        int sequence = before.isEmpty() ? 0 : before.get(before.size() - 1).sequence() + 1;
        return new FrozenChart(
                chart.id(),
                chart.record(),
                sequence,
                chart.chart(),
                chart.note(),
                chart.answer(),
                chart.frozenBy(),
                chart.frozenAt(),
                chart.version());
    }

    private String answer(Chart chart) {
        byte[] answer = charts.data(chart);
        if (answer.length > LARGEST_ANSWER) {
            throw Problem.invalid(List.of(new FieldProblem(
                            "query", new Text("Diagrammet har för många värden.", "The chart has too many values."))))
                    .withNext(new Text(
                            "Välj färre indelningar eller en kortare period.",
                            "Choose fewer dimensions or a shorter period."));
        }
        return new String(answer, StandardCharsets.UTF_8);
    }

    /** A record that the caller may change and that is not closed. */
    private RecordRow open(String record) {
        RecordRow row = records.require(record);
        records.requireHandle(row);
        if (!isOpen(row)) {
            throw Problem.conflict(new Text(
                            "Ärendet är avslutat, och dess diagram står kvar som de visades.",
                            "The record is closed, and its charts stay as they were shown."))
                    .withNext(new Text("Öppna ärendet igen först.", "Reopen the record first."));
        }
        return row;
    }

    private static boolean isOpen(RecordRow row) {
        return row.phase().equals("open") && row.mergedInto().isEmpty();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void refuseMoreThan(int most, int wanted) {
        if (wanted > most) {
            throw Problem.conflict(new Text(
                            "Ett ärende har högst " + most + " diagram.", "A record has at most " + most + " charts."))
                    .withNext(new Text("Ta bort något först.", "Remove one first."));
        }
    }

    private static Journal.Entry entry(String action, RecordRow row, String chart) {
        return new Journal.Entry(action, row.type(), row.id(), Map.of("number", row.number(), "chart", chart));
    }

    private static Problem missing() {
        return Problem.notFound(new Text("Det finns inget sådant diagram.", "There is no such chart."));
    }
}
