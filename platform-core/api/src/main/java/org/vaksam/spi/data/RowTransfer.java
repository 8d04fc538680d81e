package org.vaksam.spi.data;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Rows as plain values that any database takes back, in the thread's transaction. A row is column name in lower case to null,
 * {@link String}, {@link Long}, {@link java.math.BigDecimal}, {@link Double} or {@link Boolean}; dates and times are ISO 8601
 * (timestamps in UTC), bytes are Base64.
 */
@ProviderType
public interface RowTransfer {
    /** Hands over the rows of a query one at a time; returns how many. */
    long read(Consumer<Map<String, @Nullable Object>> taker, String sql, Object... parameters);

    /**
     * Inserts rows, all with the columns of the first. Refuses columns that the table does not have; identity columns go on
     * after the highest value.
     */
    long insert(String table, Stream<Map<String, @Nullable Object>> rows);

    /** The tables of a module's schema, as {@code schema.table}; those that others refer to first. */
    List<String> tables(String module);
}
