package org.vaksam.spi.kernel;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.data.Sql;
import org.vaksam.spi.kernel.Contribution.Change;
import org.vaksam.spi.kernel.Contribution.Sink;
import org.vaksam.spi.kernel.Contribution.Source;

/**
 * What a platform bundle keeps in its tables about the records of modules: into an archive, back, and gone for good with them.
 * Called by a {@link Contribution} on the kernel's thread, in the transaction of the operation.
 */
public final class ModuleRows {
    private final PlatformDatabase database;
    private final String what;
    private final List<Table> tables;

    /**
     * @param what   folder of the tables in an archive, and what a {@link Change} calls them
     * @param tables each after those that it refers to
     */
    public ModuleRows(PlatformDatabase database, String what, List<Table> tables) {
        this.database = database;
        this.what = what;
        this.tables = List.copyOf(tables);
    }

    /**
     * A table with rows of modules.
     *
     * @param own      condition for a module's rows; its one parameter is a pattern of the module's record types
     * @param orphaned condition for rows whose record is gone, which go too; empty when there is no such thing
     * @param archived whether rows are archived
     * @param removed  whether rows are removed here; else they go by themselves with what they refer to
     * @param typed    whether the column {@code type} must name one of the module's types when rows come back
     */
    public record Table(String name, String own, String orphaned, boolean archived, boolean removed, boolean typed) {
        /** With a column {@code record_id}. */
        public static Table ofRecords(String name) {
            return new Table(
                    name,
                    "record_id IN (SELECT id FROM record WHERE type LIKE ?)",
                    "record_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM record r WHERE r.id = " + name + ".record_id)",
                    true,
                    true,
                    false);
        }

        /** With a column {@code type} that names a record type. */
        public static Table ofTypes(String name) {
            return new Table(name, "type LIKE ?", "", true, true, true);
        }

        /** Archived rows that go by themselves with what they refer to. */
        public static Table archivedOnly(String name, String own) {
            return new Table(name, own, "", true, false, false);
        }

        /** The same, gone with the module's data and in no archive. */
        public Table unarchived() {
            return new Table(name, own, orphaned, false, removed, typed);
        }
    }

    /** Into an archive; each table is a part. */
    public void write(ModuleDescriptor module, Sink archive) {
        for (Table table : tables) {
            if (table.archived()) {
                archive.rows(part(table), "SELECT * FROM " + table.name() + " WHERE " + table.own(), types(module));
            }
        }
    }

    /**
     * Removes them when the module's data is purged. Its records are still there, or are gone in the same transaction.
     *
     * @param detail what to tell of so many rows
     */
    public List<Change> remove(ModuleDescriptor module, boolean purge, IntFunction<Text> detail) {
        int removed = purge ? database.write(sql -> remove(sql, types(module))) : 0;
        return removed == 0 ? List.of() : List.of(new Change("removed", what, module.id(), detail.apply(removed)));
    }

    /** Out of an archive, as they were. */
    public void restore(ModuleDescriptor module, Source archive) {
        restore(module, archive, (table, row) -> row);
    }

    /**
     * Out of an archive.
     *
     * @param change gives the row to insert into the table; an empty one is left out
     */
    public void restore(
            ModuleDescriptor module,
            Source archive,
            BiFunction<String, Map<String, @Nullable Object>, Map<String, @Nullable Object>> change) {
        for (Table table : tables) {
            if (table.archived()) {
                archive.insert(
                        part(table),
                        table.name(),
                        row -> change.apply(table.name(), table.typed() ? own(module, "type", ".", row) : row));
            }
        }
    }

    /**
     * The row, which must be of this module: an archive brings nothing into others.
     *
     * @param column tells whose it is: the module's id and then this end, and more when there is an end
     * @throws Problem 409 when it is another's
     */
    public static Map<String, @Nullable Object> own(
            ModuleDescriptor module, String column, String end, Map<String, @Nullable Object> row) {
        String owner = String.valueOf(row.get(column));
        boolean own = end.isEmpty() ? owner.equals(module.id()) : owner.startsWith(module.id() + end);
        if (!own) {
            throw Problem.conflict(new Text(
                    "Arkivet innehåller " + owner + ", som inte hör till modulen.",
                    "The archive holds " + owner + ", which does not belong to the module."));
        }
        return row;
    }

    private int remove(Sql sql, String types) throws SQLException {
        int removed = 0;
        for (int i = tables.size() - 1; i >= 0; i--) {
            Table table = tables.get(i);
            if (table.removed()) {
                String delete = "DELETE FROM " + table.name() + " WHERE ";
                removed += sql.update(delete + table.own(), types);
                removed += table.orphaned().isEmpty() ? 0 : sql.update(delete + table.orphaned());
            }
        }
        return removed;
    }

    private String part(Table table) {
        return what + "/" + table.name();
    }

    private static String types(ModuleDescriptor module) {
        return module.id() + ".%";
    }
}
