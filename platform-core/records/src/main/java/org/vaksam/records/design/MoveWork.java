package org.vaksam.records.design;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.journal.Journal;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.definition.StateDefinition;
import org.vaksam.records.engine.Casework;
import org.vaksam.records.engine.Consequences;
import org.vaksam.records.engine.Definitions;
import org.vaksam.records.engine.Process;
import org.vaksam.records.engine.Resumable;
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
    private static final int BATCH = 50;

    private final PlatformDatabase database;
    private final Definitions definitions;
    private final RecordStore records;
    private final Process process;
    private final Casework casework;
    private final Journal journal;
    private final Resumable work;

    @Activate
    public MoveWork(
            @Reference Tables tables,
            @Reference Definitions definitions,
            @Reference RecordStore records,
            @Reference Process process,
            @Reference Casework casework,
            @Reference Journal journal) {
        this.database = tables.database();
        this.definitions = definitions;
        this.records = records;
        this.process = process;
        this.casework = casework;
        this.journal = journal;
        this.work = new Resumable("definition-move", this::step);
    }

    /** There is something to do. */
    void wake() {
        work.wake();
    }

    /** Does what is left of moves that are not through. Any thread: each step is taken by one. */
    public void work() {
        work.work();
    }

    @Override
    @Deactivate
    public void close() {
        work.close();
    }

    private boolean step() {
        Optional<Move> open = database.read(MoveTable::open);
        open.ifPresent(move -> database.write(sql -> step(sql, move)));
        return open.isPresent();
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
        RecordRow next = next(row, to, state, carried);
        if (!records.redefine(sql, next)) {
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
        Consequences made = process.redefined(row, from, next, to);
        casework.follow(next, made.followUps());
        data.put("changes", carried.left());
        data.putAll(made.journal());
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
}
