package org.vaksam.kernel.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vaksam.kernel.registry.RegistryRow.FileName;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;

/** The revisions that can be gone back to: the newest of each module. Readers get a snapshot, as of the last commit. */
public final class KeptRevisions {
    private static final int LIMIT = 10;

    private final PlatformDatabase database;
    private volatile List<KeptRevision> all = List.of();

    public KeptRevisions(PlatformDatabase database) {
        this.database = database;
        reload();
    }

    /** Those of a module, the last one that was live first. */
    public List<KeptRevision> of(String module) {
        return all.stream().filter(each -> each.module().equals(module)).toList();
    }

    /** Checksums of all files. */
    public Set<String> files() {
        return all.stream().map(each -> each.file().sha()).collect(Collectors.toUnmodifiableSet());
    }

    /** Reads the rows anew; called after every commit. */
    public void reload() {
        all = database.read(sql -> sql.list(
                "SELECT module, sha, version, broken_by, since FROM module_revision ORDER BY since DESC, sha",
                KeptRevisions::map));
    }

    /** This one goes live, in the thread's transaction; the oldest make room. */
    public void save(KeptRevision revision) {
        delete(revision);
        of(revision.module()).stream()
                .filter(each -> !each.file().equals(revision.file()))
                .skip(LIMIT - 1L)
                .forEach(this::delete);
        database.write(sql -> sql.update(
                "INSERT INTO module_revision (module, sha, version, since) VALUES (?, ?, ?, ?)",
                revision.module(),
                revision.file().sha(),
                revision.file().version(),
                revision.since()));
    }

    /** A script has taken away what all revisions so far may need; in the thread's transaction. */
    public void breakAll(String module, String script) {
        database.write(sql -> sql.update(
                "UPDATE module_revision SET broken_by = ? WHERE module = ? AND broken_by IS NULL", script, module));
    }

    /** Forgets all of a module, in the thread's transaction. */
    public void deleteAll(String module) {
        database.write(sql -> sql.update("DELETE FROM module_revision WHERE module = ?", module));
    }

    private void delete(KeptRevision revision) {
        database.write(sql -> sql.update(
                "DELETE FROM module_revision WHERE module = ? AND sha = ?",
                revision.module(),
                revision.file().sha()));
    }

    private static KeptRevision map(ResultSet row) throws SQLException {
        return new KeptRevision(
                row.getString("module"),
                new FileName(row.getString("version"), row.getString("sha")),
                Optional.ofNullable(row.getString("broken_by")),
                Sql.instant(row, "since").orElse(Instant.EPOCH));
    }
}
