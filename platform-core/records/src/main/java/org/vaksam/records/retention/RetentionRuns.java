package org.vaksam.records.retention;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.data.Ids;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.RetentionRule;
import org.vaksam.records.engine.RecordPermissions;
import org.vaksam.records.engine.Resumable;
import org.vaksam.records.retention.RetentionPlan.Planned;
import org.vaksam.records.store.RunTable;
import org.vaksam.records.store.RunTable.Item;
import org.vaksam.records.store.RunTable.Outcome;
import org.vaksam.records.store.RunTable.Run;
import org.vaksam.records.store.Tables;
import org.vaksam.records.value.Problems;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** Carries out confirmed previews, some records in each transaction; goes on where it was when the platform died. */
@Component(service = RetentionRuns.class)
public final class RetentionRuns implements AutoCloseable {
    private static final int BATCH = 20;

    private final PlatformDatabase database;
    private final RunTable table;
    private final RetentionPreview preview;
    private final RecordRemoval removal;
    private final RecordTraces traces;
    private final RecordPermissions permissions;
    private final Journal journal;
    private final Resumable work;

    @Activate
    public RetentionRuns(
            @Reference Tables tables,
            @Reference RunTable table,
            @Reference RetentionPreview preview,
            @Reference RecordRemoval removal,
            @Reference RecordTraces traces,
            @Reference RecordPermissions permissions,
            @Reference Journal journal) {
        this.database = tables.database();
        this.table = table;
        this.preview = preview;
        this.removal = removal;
        this.traces = traces;
        this.permissions = permissions;
        this.journal = journal;
        this.work = new Resumable("retention", this::step);
    }

    /** Confirms the preview of a day: exactly what it showed is removed, in the background. */
    public Run start(LocalDate on, String hash) {
        refuseFuture(on);
        RetentionPlan plan = preview.of(on);
        if (!plan.hash().equals(hash)) {
            throw conflict(
                    new Text("Förhandsvisningen gäller inte längre.", "The preview does not hold any more."),
                    new Text("Läs den på nytt och bekräfta den.", "Read it again and confirm it."));
        }
        if (plan.items().isEmpty()) {
            throw conflict(
                    new Text("Det finns inget att gallra.", "There is nothing to remove."),
                    new Text("Välj en annan dag.", "Choose another day."));
        }
        var run = new Run(Ids.next(), on, hash, permissions.caller().name(), now(), Optional.empty());
        database.write(sql -> {
            if (sql.number("SELECT COUNT(*) FROM retention_run WHERE ended_at IS NULL") > 0) {
                throw conflict(
                        new Text("En gallring pågår redan.", "Records are being removed already."),
                        new Text("Vänta tills den är klar.", "Wait until that is done."));
            }
            RunTable.insert(
                    sql, run, plan.items().stream().map(RetentionRuns::item).toList());
            return journal.append(new Journal.Entry(
                    "retention.started",
                    "retention-run",
                    run.id(),
                    Map.of(
                            "on",
                            on.toString(),
                            "hash",
                            hash,
                            "records",
                            plan.items().size())));
        });
        work.wake();
        return run;
    }

    public Optional<Run> find(String id) {
        return table.find(id);
    }

    public List<Run> newest(int limit) {
        return table.newest(limit);
    }

    public List<Item> items(String run) {
        return table.items(run);
    }

    public long count(String run, Outcome outcome) {
        return table.count(run, outcome);
    }

    /** Does what is left of runs that are not through. Any thread: each record is taken by one. */
    public void work() {
        work.work();
    }

    @Override
    @Deactivate
    public void close() {
        work.close();
    }

    private boolean step() {
        Optional<Run> open = table.open();
        open.ifPresent(run -> database.write(sql -> batch(sql, run.id())));
        return open.isPresent();
    }

    private int batch(Sql sql, String run) throws SQLException {
        List<Item> items = RunTable.planned(sql, run, BATCH);
        List<String> tables = items.isEmpty() ? List.of() : traces.tables(sql);
        for (Item item : items) {
            if (RunTable.claim(sql, run, item.record(), now())) {
                RetentionRule rule =
                        RetentionRule.of(item.rule(), new Problems()).orElseThrow();
                Outcome outcome = removal.carryOut(sql, run, item, rule.action(), tables);
                RunTable.done(sql, run, item.record(), outcome);
            }
        }
        if (items.isEmpty() && RunTable.end(sql, run, now())) {
            journal.append(new Journal.Entry("retention.finished", "retention-run", run, Map.of()));
        }
        return items.size();
    }

    private static Item item(Planned planned) {
        return new Item(
                planned.row().id(),
                planned.row().version(),
                planned.row().number(),
                planned.row().type(),
                planned.row().kind(),
                planned.since(),
                planned.rule().json(),
                Outcome.PLANNED,
                Optional.empty());
    }

    private static void refuseFuture(LocalDate on) {
        if (on.isAfter(LocalDate.now(SwedishTime.ZONE))) {
            throw conflict(
                    new Text("Den dagen har inte kommit.", "That day has not come."),
                    new Text("Gallra tidigast den dagen.", "Remove on that day at the earliest."));
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Problem conflict(Text detail, Text next) {
        return Problem.conflict(detail).withNext(next);
    }
}
