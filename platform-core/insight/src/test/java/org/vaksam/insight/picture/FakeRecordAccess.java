package org.vaksam.insight.picture;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.records.RecordAccess;
import org.vaksam.spi.records.RecordRow;

/** Records of which some are hidden. */
final class FakeRecordAccess implements RecordAccess {
    private final Map<String, RecordRow> rows = new HashMap<>();
    boolean handles = true;

    void put(String id, String phase) {
        rows.put(
                id,
                RecordRow.builder(id, "PIC-1", "coordination.picture", "picture")
                        .state(phase, phase)
                        .build());
    }

    void hide(String id) {
        rows.remove(id);
    }

    @Override
    public RecordRow require(String idOrNumber) {
        return Optional.ofNullable(rows.get(idOrNumber)).orElseThrow(() -> Problem.notFound(Text.same("hidden")));
    }

    @Override
    public boolean shows(RecordRow row) {
        return rows.containsKey(row.id());
    }

    @Override
    public boolean showsSecrets(RecordRow row) {
        return true;
    }

    @Override
    public boolean mayHandle(RecordRow row) {
        return handles;
    }

    @Override
    public void requireHandle(RecordRow row) {
        if (!handles) {
            throw Problem.forbidden("coordination:picture:handle");
        }
    }

    @Override
    public boolean maySee(String account, RecordRow row) {
        return shows(row);
    }
}
