package org.vaksam.spi.kernel;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.framework.Bundle;
import org.vaksam.api.text.Text;

/**
 * What a platform bundle does with a module in the one transaction of a module operation: definitions, permissions. Registered
 * as a service; called by the kernel on its thread, inside that transaction.
 */
@ConsumerType
public interface Contribution {
    /**
     * One line of a plan.
     *
     * @param kind   {@code added}, {@code changed}, {@code removed}
     * @param what   {@code permission}, {@code role}, {@code definition}, …
     * @param id     which
     * @param detail for people
     */
    record Change(String kind, String what, String id, Text detail) {}

    /** Puts the module's part in place; called again for the same content it changes nothing. */
    default List<Change> apply(ModuleDescriptor module, Bundle bundle) {
        return List.of();
    }

    /** The module is being uninstalled; {@code purge} also removes what people made with it. */
    List<Change> remove(ModuleDescriptor module, boolean purge);

    /** Writes into an archive what {@link #remove} with {@code purge} will take away. */
    default void write(ModuleDescriptor module, Sink archive) {}

    /**
     * Puts back what {@link #write} wrote, as if the module's data had been kept; {@link #apply} follows. Refuses what does not
     * belong to the module or refers to what is not here.
     */
    default List<Change> restore(ModuleDescriptor module, Source archive) {
        return List.of();
    }

    /** An archive that is being written: parts like {@code records/record} of rows or values. */
    interface Sink {
        /** The rows of a query, see {@link org.vaksam.spi.data.RowTransfer}. */
        void rows(String part, String sql, Object... parameters);

        /** Values of JSON. */
        void values(String part, Stream<? extends Map<String, ? extends @Nullable Object>> values);
    }

    /** An archive that is being read. A part that is not there has no rows. */
    interface Source {
        /** Name of the archive, for people. */
        String name();

        /** A small part. */
        List<Map<String, @Nullable Object>> values(String part);

        /** Inserts the rows of a part, each after this change; one that is changed into an empty row is left out. */
        void insert(String part, String table, UnaryOperator<Map<String, @Nullable Object>> change);
    }
}
