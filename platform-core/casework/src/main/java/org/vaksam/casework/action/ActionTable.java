package org.vaksam.casework.action;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.casework.RecordActions;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** The table of actions. */
@Component(service = {ActionTable.class, RecordActions.class})
public final class ActionTable implements RecordActions {
    private static final String SELECT = "SELECT " + ActionColumns.NAMES + " FROM work_action ";

    private final PlatformDatabase database;

    @Activate
    public ActionTable(@Reference CaseworkTables tables) {
        this.database = tables.database();
    }

    public PlatformDatabase database() {
        return database;
    }

    public Optional<Action> find(String id) {
        return database.read(sql -> sql.first(SELECT + "WHERE id = ?", ActionColumns::read, id));
    }

    /** In the order of their due dates, those without one last. */
    public List<Action> list(ActionFilter filter, int limit) {
        return database.read(sql -> sql.list(
                SELECT + filter.where() + " ORDER BY due_order, id FETCH FIRST " + limit + " ROWS ONLY",
                ActionColumns::read,
                filter.parameters()));
    }

    /** A page of all of them. */
    public List<Action> page(String afterId, int limit) {
        return database.read(sql -> sql.list(
                SELECT + "WHERE id > ? ORDER BY id FETCH FIRST " + limit + " ROWS ONLY", ActionColumns::read, afterId));
    }

    @Override
    public Tally of(String recordId) {
        return database.read(sql -> new Tally(
                (int) sql.number(
                        "SELECT COUNT(*) FROM work_action WHERE record_id = ? AND is_open = ?", recordId, true),
                (int) sql.number(
                        "SELECT COUNT(*) FROM work_action WHERE record_id = ? AND is_open = ? AND state <> ?",
                        recordId,
                        false,
                        ActionState.REJECTED)));
    }

    /** Keeps it from being changed by others until the transaction ends. */
    public static Optional<Action> lock(Sql sql, String id) throws SQLException {
        return sql.update("UPDATE work_action SET version = version WHERE id = ?", id) == 0
                ? Optional.empty()
                : sql.first(SELECT + "WHERE id = ?", ActionColumns::read, id);
    }

    public static void insert(Sql sql, Action action) throws SQLException {
        sql.update(
                "INSERT INTO work_action (" + ActionColumns.NAMES + ") VALUES (" + ActionColumns.PLACES + ")",
                ActionColumns.values(action));
    }

    public static void update(Sql sql, Action action) throws SQLException {
        sql.update("UPDATE work_action SET " + ActionColumns.SET + " WHERE id = ?", ActionColumns.values(action));
    }
}
