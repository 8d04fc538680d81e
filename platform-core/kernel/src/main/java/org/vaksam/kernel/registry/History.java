package org.vaksam.kernel.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.kernel.Modules.Operation;
import org.vaksam.spi.kernel.Modules.Step;

/** What was done to modules, for people; recovery never reads it. */
public final class History {
    private static final TypeReference<List<Step>> STEPS = new TypeReference<>() {};
    private static final String COLUMNS =
            "id, kind, module, from_version, to_version, actor, happened_at, plan_hash, ok, failure_sv, failure_en, steps";
    private static final int FAILURE_LIMIT = 4_000;
    private static final int ACTOR_LIMIT = 200;

    private final PlatformDatabase database;
    private final ObjectMapper mapper = new ObjectMapper();

    public History(PlatformDatabase database) {
        this.database = database;
    }

    /** Appends, in the thread's transaction or one of its own. */
    public void append(Operation operation) {
        database.write(sql -> sql.update(
                "INSERT INTO module_operation (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                operation.id(),
                operation.kind(),
                operation.module(),
                operation.from(),
                operation.to(),
                shorten(operation.actor(), ACTOR_LIMIT),
                operation.at(),
                operation.plan(),
                operation.ok(),
                operation.failure().map(text -> shorten(text.sv(), FAILURE_LIMIT)),
                operation.failure().map(text -> shorten(text.en(), FAILURE_LIMIT)),
                write(operation.steps())));
    }

    /** Adds the steps that came after the commit. */
    public void complete(Operation operation) {
        database.write(sql -> sql.update(
                "UPDATE module_operation SET steps = ? WHERE id = ?", write(operation.steps()), operation.id()));
    }

    /** Newest first. */
    public List<Operation> list(Optional<String> module, int limit) {
        String where = module.isPresent() ? " WHERE module = ?" : "";
        Object[] parameters = module.isPresent() ? new Object[] {module.get(), limit} : new Object[] {limit};
        return database.read(sql -> sql.list(
                "SELECT " + COLUMNS + " FROM module_operation" + where + " ORDER BY id DESC FETCH FIRST ? ROWS ONLY",
                this::map,
                parameters));
    }

    private Operation map(ResultSet row) throws SQLException {
        return new Operation(
                row.getString("id"),
                row.getString("kind"),
                row.getString("module"),
                Optional.ofNullable(row.getString("from_version")),
                Optional.ofNullable(row.getString("to_version")),
                row.getString("actor"),
                Sql.instant(row, "happened_at").orElse(Instant.EPOCH),
                Optional.ofNullable(row.getString("plan_hash")),
                row.getBoolean("ok"),
                Sql.text(row, "failure"),
                read(row.getString("steps")));
    }

    private String write(List<Step> steps) {
        try {
            return mapper.writeValueAsString(steps);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Steps are plain values", e);
        }
    }

    private List<Step> read(String json) {
        try {
            return mapper.readValue(json, STEPS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The history of module operations is damaged", e);
        }
    }

    private static String shorten(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit - 1) + "…";
    }
}
