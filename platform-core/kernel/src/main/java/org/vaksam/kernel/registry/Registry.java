package org.vaksam.kernel.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vaksam.kernel.registry.RegistryRow.FileName;
import org.vaksam.kernel.registry.RegistryRow.Presence;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** Which modules there are: the truth at boot. Readers get a snapshot and never wait for an operation's transaction. */
public final class Registry {
    private final PlatformDatabase database;
    private volatile List<RegistryRow> rows = List.of();

    public Registry(PlatformDatabase database) {
        this.database = database;
        reload();
    }

    /** As of the last commit, by id. */
    public List<RegistryRow> rows() {
        return rows;
    }

    /** As of the last commit. */
    public Optional<RegistryRow> find(String module) {
        return rows.stream().filter(row -> row.id().equals(module)).findFirst();
    }

    /** Checksums of the files it names, those of former revisions included. */
    public Set<String> files() {
        return rows.stream()
                .flatMap(row -> Stream.concat(Stream.of(row.file()), row.previous().stream()))
                .map(FileName::sha)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Reads the rows anew; called after every commit. */
    public void reload() {
        rows = database.read(sql -> sql.list(
                "SELECT id, version, sha, state, previous_version, previous_sha, descriptor, since"
                        + " FROM module_registry ORDER BY id",
                Registry::map));
    }

    /** Inserts or replaces, in the thread's transaction. */
    public void save(RegistryRow row) {
        database.write(sql -> {
            sql.update("DELETE FROM module_registry WHERE id = ?", row.id());
            return sql.update(
                    "INSERT INTO module_registry"
                            + " (id, version, sha, state, previous_version, previous_sha, descriptor, since)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    row.id(),
                    row.version(),
                    row.sha(),
                    row.state(),
                    row.previous().map(FileName::version),
                    row.previous().map(FileName::sha),
                    row.descriptor(),
                    row.since());
        });
    }

    /** Forgets a module, in the thread's transaction. */
    public void delete(String module) {
        database.write(sql -> sql.update("DELETE FROM module_registry WHERE id = ?", module));
    }

    private static RegistryRow map(ResultSet row) throws SQLException {
        String previousVersion = row.getString("previous_version");
        String previousSha = row.getString("previous_sha");
        return new RegistryRow(
                row.getString("id"),
                row.getString("version"),
                row.getString("sha"),
                Presence.valueOf(row.getString("state")),
                previousVersion == null || previousSha == null
                        ? Optional.empty()
                        : Optional.of(new FileName(previousVersion, previousSha)),
                row.getString("descriptor"),
                Sql.instant(row, "since").orElse(Instant.EPOCH));
    }
}
