package org.vaksam.records.design;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.journal.Journal;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.definition.StateDefinition;
import org.vaksam.records.engine.Definitions;
import org.vaksam.records.store.MoveTable;
import org.vaksam.records.store.MoveTable.Move;
import org.vaksam.records.store.RecordStore;
import org.vaksam.records.store.Tables;
import org.vaksam.records.value.Json;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.records.RecordRow;

/** Moves records in the background, some in each transaction; goes on where it was when the platform died. */
@Component(service = MoveWork.class)
public final class MoveWork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MoveWork.class);
    private static final int BATCH = 50;
    private static final int SECONDS_BETWEEN = 5;

    private final PlatformDatabase database;
    private final Definitions definitions;
    private final RecordStore records;
    private final Journal journal;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "vaksam-definition-move");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public MoveWork(
            @Reference Tables tables,
            @Reference Definitions definitions,
            @Reference RecordStore records,
            @Reference Journal journal) {
        this.database = tables.database();
        this.definitions = definitions;
        this.records = records;
        this.journal = journal;
        worker.scheduleWithFixedDelay(this::workQuietly, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    /** There is something to do. */
    void wake() {
        try {
            worker.execute(this::workQuietly);
        } catch (RejectedExecutionException e) {
            LOG.info("A move of records goes on at the next start");
        }
    }

    /** Does what is left of moves that are not through. Any thread: each step is taken by one. */
    public void work() {
        for (Optional<Move> move = open(); move.isPresent() && !worker.isShutdown(); move = open()) {
            Move next = move.get();
            database.write(sql -> step(sql, next));
        }
    }

    @Override
    @Deactivate
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(20, TimeUnit.SECONDS)) {
                LOG.warn("A move of records is under way; it goes on at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Move> open() {
        return database.read(MoveTable::open);
    }

    private boolean step(Sql sql, Move move) throws SQLException {
        if (!MoveTable.claim(sql, move)) {
            return false;
        }
        List<RecordRow> rows = records.older(sql, move.type(), move.kind(), move.toVersion(), move.through(), BATCH);
        if (rows.isEmpty()) {
            MoveTable.end(sql, move, Drafts.now());
            journal.append(new Journal.Entry(
                    "definition.move-finished",
                    "definition",
                    move.type() + "/" + move.kind(),
                    Map.of("move", move.id(), "moved", move.moved(), "stayed", move.stayed())));
            return true;
        }
        KindDefinition to = definitions.version(move.type(), move.kind(), move.toVersion());
        Map<String, String> states = states(move);
        int moved = 0;
        for (RecordRow row : rows) {
            moved += move(sql, move, to, states, row) ? 1 : 0;
        }
        MoveTable.advance(sql, move, rows.get(rows.size() - 1).id(), moved, rows.size() - moved);
        return true;
    }

    private boolean move(Sql sql, Move move, KindDefinition to, Map<String, String> states, RecordRow row)
            throws SQLException {
        String after = Moves.after(to, states, row.state());
        if (after.isEmpty()) {
            return false;
        }
        KindDefinition from = definitions.version(row.type(), row.kind(), row.definitionVersion());
        Carried carried = Carried.of(row, from, to);
        StateDefinition state = to.state(after).orElseThrow();
        if (!records.redefine(sql, next(row, to, state, carried))) {
            // somebody has changed it meanwhile: the whole step is done again with what is there now
            throw new SQLTransactionRollbackException("A record was changed at the same time", "40001");
        }
        var data = new LinkedHashMap<String, Object>();
        data.put("fromVersion", row.definitionVersion());
        data.put("toVersion", to.version());
        if (!after.equals(row.state())) {
            data.put("from", row.state());
            data.put("to", after);
        }
        data.put("changes", carried.left());
        data.put("reason", move.reason());
        data.put("by", move.startedBy());
        data.put("move", move.id());
        journal.append(new Journal.Entry("record.redefined", row.type(), row.id(), data));
        return true;
    }

    private static RecordRow next(RecordRow row, KindDefinition to, StateDefinition state, Carried carried) {
        return row.next(Drafts.now(), row.updatedBy())
                .definition(row.kind(), to.version())
                .state(state.id(), state.phase())
                .secrecy(carried.secrecy())
                .fields(carried.fields())
                .build();
    }

    private static Map<String, String> states(Move move) {
        try {
            return Moves.states(Json.object(move.states()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Move " + move.id() + " is damaged", e);
        }
    }

    private void workQuietly() {
        try {
            work();
        } catch (RuntimeException e) {
            LOG.error("A move of records has a problem; it is tried again in {} seconds", SECONDS_BETWEEN, e);
        }
    }
}
