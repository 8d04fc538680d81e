package org.vaksam.casework.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.problem.Problem;
import org.vaksam.spi.records.AssetRights;
import org.vaksam.spi.records.LegalHolds;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSource;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.records.RecordVisibility;

/** Records of one type without units; one asset. Permissions are those of the scene's caller. */
final class FakeRecords implements RecordAccess, RecordSource, RecordTypes, LegalHolds {
    static final String ASSET_ID = "00000000-0000-7000-8000-0000000000aa";

    private final Scene scene;
    private final Map<String, RecordRow> rows = new LinkedHashMap<>();
    boolean held;

    FakeRecords(Scene scene) {
        this.scene = scene;
    }

    void put(RecordRow row) {
        rows.put(row.id(), row);
        scene.database
                .database()
                .write(sql -> sql.update(
                        "INSERT INTO record (id, type, number) VALUES (?, ?, ?)", row.id(), row.type(), row.number()));
    }

    /** The record is changed; only in memory, where it is read from. */
    void change(RecordRow row) {
        rows.put(row.id(), row);
    }

    void remove(String id) {
        rows.remove(id);
        scene.database.database().write(sql -> sql.update("DELETE FROM record WHERE id = ?", id));
    }

    @Override
    public RecordRow require(String idOrNumber) {
        return rows.values().stream()
                .filter(row -> row.id().equals(idOrNumber) || row.number().equals(idOrNumber))
                .filter(this::shows)
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Scene.text("No record.")));
    }

    @Override
    public boolean shows(RecordRow row) {
        return (visibility(row).read().everywhere() || visibility(row).isOwn(row))
                && (!row.secrecy().isRestricted() || showsSecrets(row));
    }

    @Override
    public boolean showsSecrets(RecordRow row) {
        return visibility(row).restricted().everywhere();
    }

    @Override
    public boolean mayHandle(RecordRow row) {
        return scene.caller.may("incidents:report:handle");
    }

    @Override
    public void requireHandle(RecordRow row) {
        if (!mayHandle(row)) {
            throw Problem.forbidden("incidents:report:handle");
        }
    }

    @Override
    public boolean maySee(String account, RecordRow row) {
        return false;
    }

    @Override
    public List<RecordRow> byIds(List<String> ids) {
        return rows.values().stream().filter(row -> ids.contains(row.id())).toList();
    }

    @Override
    public List<RecordRow> page(Optional<String> afterId, int limit) {
        return List.of();
    }

    @Override
    public long count() {
        return rows.size();
    }

    @Override
    public List<Type> types() {
        return List.of();
    }

    @Override
    public Optional<Type> type(String name) {
        return Optional.empty();
    }

    @Override
    public List<Definition> definitions(String type) {
        return List.of(new Definition(
                type, "theft", 1, Scene.text("Theft"), List.of(), List.of(), Map.of("initial", "received")));
    }

    /** The one asset; who may read assets sees it. */
    AssetRights.Standing asset(String id) {
        if (!id.equals(ASSET_ID) || !scene.caller.may("platform:assets:read")) {
            throw Problem.notFound(Scene.text("No asset."));
        }
        return new AssetRights.Standing(id, "Simhallen", scene.caller.may("platform:assets:write"));
    }

    @Override
    public void refuseRemoval(RecordRow row) {
        if (held) {
            throw Problem.conflict(Scene.text("The record is held."));
        }
    }

    private RecordVisibility visibility(RecordRow row) {
        return RecordVisibility.of(scene.caller, row.type());
    }
}
