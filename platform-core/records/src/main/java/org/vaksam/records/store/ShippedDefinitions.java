package org.vaksam.records.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.data.Sha256;
import org.vaksam.records.definition.DefinitionSet.Resolved;
import org.vaksam.spi.data.Sql;

/** What the modules themselves bring for each kind, also where the organisation has a definition of its own. */
public final class ShippedDefinitions {
    /** Keeps what the module brings now; true when that is something else than before. */
    public boolean put(Sql sql, Resolved definition) throws SQLException {
        String checksum = Sha256.hex(definition.json());
        if (sql.number(
                        "SELECT COUNT(*) FROM shipped_definition WHERE type = ? AND kind = ? AND checksum = ?",
                        definition.type(),
                        definition.kind(),
                        checksum)
                > 0) {
            return false;
        }
        remove(sql, definition.type(), definition.kind());
        sql.update(
                "INSERT INTO shipped_definition (type, kind, json, checksum) VALUES (?, ?, ?, ?)",
                definition.type(),
                definition.kind(),
                definition.json(),
                checksum);
        return true;
    }

    /** The module does not bring this kind any more. */
    public void remove(Sql sql, String type, String kind) throws SQLException {
        sql.update("DELETE FROM shipped_definition WHERE type = ? AND kind = ?", type, kind);
    }

    /** The document of a kind. */
    public Optional<String> find(Sql sql, String type, String kind) throws SQLException {
        return sql.first(
                "SELECT json FROM shipped_definition WHERE type = ? AND kind = ?", row -> row.getString(1), type, kind);
    }

    /** Checksums by {@code type/kind}. */
    public Map<String, String> checksums(Sql sql) throws SQLException {
        var all = new HashMap<String, String>();
        sql.list(
                "SELECT type, kind, checksum FROM shipped_definition",
                row -> all.put(row.getString(1) + "/" + row.getString(2), row.getString(3)));
        return all;
    }
}
