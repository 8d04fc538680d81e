package org.vaksam.records.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.DefinitionSet.Resolved;
import org.vaksam.records.store.DefinitionStore.Stored;
import org.vaksam.spi.data.Sql;

/** Records that a change of definitions leaves behind: they keep the version they have, and a plan says how many there are. */
final class StrandedRecords {
    private final Sql sql;

    StrandedRecords(Sql sql) {
        this.sql = sql;
    }

    /** Those in states that the new version does not have. */
    Text of(Stored before, Resolved after) throws SQLException {
        Set<String> gone = new HashSet<>(DefinitionDiff.states(before.json()));
        gone.removeAll(DefinitionDiff.states(after.json()));
        if (gone.isEmpty()) {
            return Text.same("");
        }
        var parameters = new ArrayList<Object>(List.of(before.type(), before.kind()));
        parameters.addAll(gone);
        return words(count(" AND state IN (" + Sql.places(gone.size()) + ")", parameters.toArray()));
    }

    /** Those of a kind that goes. */
    Text of(Stored removed) throws SQLException {
        return words(count("", removed.type(), removed.kind()));
    }

    private long count(String which, Object... parameters) throws SQLException {
        return sql.list(
                        "SELECT COUNT(*) FROM record WHERE type = ? AND kind = ?" + which,
                        row -> row.getLong(1),
                        parameters)
                .get(0);
    }

    private static Text words(long records) {
        return records == 0
                ? Text.same("")
                : new Text(
                        " · antal poster i det som försvinner, som behåller sin version: " + records,
                        " · records in what goes, which keep their version: " + records);
    }
}
